/** The colours of client/ui/tokens.css as canvases need them (checked against each other there). */
export const colours = {
  ground: "#0b1020",
  membrane: "#6b7a90",
  text: "#ffffff",
  quiet: "#b8c4d6",
  ampa: "#56b4e9",
  nmda: "#b388ff",
  magnesium: "#ff6e73",
  glutamate: "#e69f00",
  calcium: "#e0d400",
  groupA: "#56b4e9",
  groupB: "#ffb454",
  groupC: "#7ddba3",
} as const;

/** `#rrggbb` with an alpha of 0 … 1. */
export const faded = (colour: string, alpha: number): string =>
  `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;

/** A colour between two `#rrggbb`. */
export function blend(a: string, b: string, t: number): string {
  const channel = (at: number): string => {
    const [from, to] = [Number.parseInt(a.slice(at, at + 2), 16), Number.parseInt(b.slice(at, at + 2), 16)];
    return Math.round(from + (to - from) * t)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
