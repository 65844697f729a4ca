import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { closeUpColours } from "../../client/scenes/close-up-colours.ts";
import { colours } from "../../client/scenes/view-model/palette.ts";

const css = readFileSync(join(import.meta.dirname, "../../client/ui/tokens.css"), "utf8");

type CloseUpColour = keyof typeof closeUpColours;
type Rgb = readonly [number, number, number];

/** The custom properties of one block, by name. */
function tokens(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf("}", from));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}
const dark = tokens(":root");
const light = new Map([...dark, ...tokens(':root[data-theme="light"]')]);

const rgb = (hex: string): Rgb => {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  const at = (i: number): number => Number.parseInt(hex.slice(i, i + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};
const linear = (x: number): number => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
/** Relative luminance (WCAG 2.2). */
const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map(linear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a: Rgb, b: Rgb): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
const contrast = (a: string, b: string): number => ratio(rgb(a), rgb(b));
const clamp = (x: number): number => Math.max(0, Math.min(1, x));

/** What the light theme's filter makes of a colour (Filter Effects Level 1: invert, hue-rotate 180°, contrast). */
function turnedInsideOut(hex: string): Rgb {
  const [, contrasted] = light.get("picture")!.match(/^invert\(1\) hue-rotate\(180deg\) contrast\(([\d.]+)\)$/)!;
  const [r, g, b] = rgb(hex).map((x) => 1 - x) as unknown as Rgb;
  const turned = [
    -0.574 * r + 1.43 * g + 0.144 * b,
    0.426 * r + 0.43 * g + 0.144 * b,
    0.426 * r + 1.43 * g - 0.856 * b,
  ].map(clamp);
  return turned.map((x) => clamp((x - 0.5) * Number(contrasted) + 0.5)) as unknown as Rgb;
}

const MOLECULES = ["ampa", "nmda", "magnesium", "glutamate", "calcium"] as const;
const themes = { dark, light };

describe.each(["dark", "light"] as const)("the %s theme", (name) => {
  const of = themes[name];
  const grounds = ["ground", "raised"].map((token) => of.get(token)!);

  test("has text that can be read on both of its grounds", () => {
    for (const token of ["text", "quiet", "alert", "good"]) {
      for (const ground of grounds) expect(contrast(of.get(token)!, ground), token).toBeGreaterThanOrEqual(4.5);
    }
    // Words on buttons, badges and alerts are the ground's colour.
    for (const token of ["text", "quiet", "alert", "group-a", "group-b"]) {
      expect(contrast(of.get(token)!, of.get("ground")!), token).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("has molecules, groups and lines that stand out from both of its grounds", () => {
    for (const token of [...MOLECULES, "group-a", "group-b", "line"]) {
      for (const ground of grounds) expect(contrast(of.get(token)!, ground), token).toBeGreaterThanOrEqual(3);
    }
  });
});

test("the canvases' palette is the tokens'", () => {
  const names = { groupA: "group-a", groupB: "group-b", groupC: "good", membrane: "line" } as Record<string, string>;
  for (const [name, colour] of Object.entries(colours)) expect(colour, name).toBe(dark.get(names[name] ?? name));
});

/** What of the close-up lies on what, and must be told from it: outlines, marks and signs. */
const ON: readonly (readonly [part: CloseUpColour, ground: CloseUpColour])[] = [
  ["membrane", "cytoplasm"],
  ["boutonEdge", "boutonNear"],
  ["slotRim", "underDensity"],
  ["pitRim", "topFar"],
  ["density", "underDensity"],
  ["endosomeRim", "endosome"],
  ["cargo", "endosome"],
  ["vesicleRim", "boutonFar"],
  ["phosphate", "phosphateInk"],
  ["phosphate", "underDensity"],
  ["kinase", "kinaseInk"],
  ["kinase", "cytoplasm"],
  ["protein", "cytoplasm"],
  ["sodium", "sodiumInk"],
  ["sodium", "around"],
  ["tag", "tagInk"],
  ["tag", "near"],
  ["untag", "near"],
  ["pole", "near"],
];

test.each(ON)("in the close-up %s stands out from %s, in dark colours and turned to light ones", (part, ground) => {
  const [a, b] = [closeUpColours[part], closeUpColours[ground]];
  expect(contrast(a, b)).toBeGreaterThanOrEqual(3);
  expect(ratio(turnedInsideOut(a), turnedInsideOut(b))).toBeGreaterThanOrEqual(3);
});

test("the close-up's dendrite grows brighter with its potential, and darker in light colours", () => {
  const { liquidLow, liquidMiddle, liquidHigh } = closeUpColours;
  const rising = [liquidLow, liquidMiddle, liquidHigh].map((hex) => luminance(rgb(hex)));
  const falling = [liquidLow, liquidMiddle, liquidHigh].map((hex) => -luminance(turnedInsideOut(hex)));
  for (const steps of [rising, falling]) expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

test("in the light theme legend and words have the colours that the turned picture has", () => {
  for (const token of ["ground", ...MOLECULES, "group-a", "group-b", "line"]) {
    const [expected, got] = [turnedInsideOut(dark.get(token)!), rgb(light.get(token)!)];
    for (const channel of [0, 1, 2]) expect(Math.abs(expected[channel]! - got[channel]!), token).toBeLessThan(2 / 255);
  }
});

/** Colour as people without red or green cones see it, linear RGB (Viénot, Brettel & Mollon 1999). */
const BLINDNESS: Record<string, readonly Rgb[]> = {
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};
const seen = (hex: string, matrix: readonly Rgb[]): Rgb => {
  const colour = rgb(hex).map(linear);
  return matrix.map((row) => clamp(row.reduce((sum, k, i) => sum + k * colour[i]!, 0))) as unknown as Rgb;
};
/** CIELAB from linear sRGB, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(BLINDNESS))("with %s", (_, matrix) => {
  test.each(["dark", "light"] as const)("the molecules and the two groups differ in the %s theme", (name) => {
    const of = themes[name];
    const pairs = MOLECULES.flatMap((a, i) => MOLECULES.slice(i + 1).map((b) => [a, b] as const));
    for (const [a, b] of [...pairs, ["group-a", "group-b"] as const]) {
      const [p, q] = [lab(seen(of.get(a)!, matrix)), lab(seen(of.get(b)!, matrix))];
      // A difference of some ten is seen at a glance; each also has a shape of its own.
      expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]), `${a} and ${b}`).toBeGreaterThan(10);
    }
  });
});
