import type { AxisId } from "./figure.ts";

/** The words of a drawing, in the reader's language. Nothing in shared/lab/svg*.ts is in one. */
export interface FigureTexts {
  readonly title: string;
  readonly axis: (id: AxisId) => string;
  /** An input, a quantity or a source. */
  readonly series: (id: string) => string;
  /** The same series from the experiment without the drugs. */
  readonly without: (series: string) => string;
  readonly mark: (id: string) => string;
  /** What the three signs of a source mean. */
  readonly reported: (source: string) => string;
  readonly number: (value: number) => string;
}

/** Text that cannot end the element or the attribute it stands in; characters that XML forbids are left out. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids just these.
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return allowed
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A number as a coordinate: a tenth of a unit is finer than any screen. */
const attribute = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 10) / 10) : escaped(value);

/** An element; its content is markup already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const all = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attribute(value)}"`],
  );
  return content === "" ? `<${name}${all.join("")}/>` : `<${name}${all.join("")}>${content}</${name}>`;
}

export const textElement = (content: string, attributes: Attributes): string =>
  element("text", attributes, escaped(content));

/** Words on lines of at most so many characters; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
