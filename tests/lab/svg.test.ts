import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../shared/lab/figure.ts";
import { labResult } from "../../shared/lab/run.ts";
import { toSvg } from "../../shared/lab/svg.ts";
import { type FigureTexts, wrapped } from "../../shared/lab/svg-text.ts";
import { entryOf, PROTOCOLS } from "../../shared/protocols/catalogue.ts";
import { everyElement, parseXml } from "./xml.ts";

const texts: FigureTexts = {
  title: 'Weight <of> "A" & B',
  axis: (id) => `axis ${id}`,
  series: (id) => `series ${id}`,
  without: (series) => `${series} without`,
  mark: (id) => `mark ${id}`,
  reported: (source) => `found by ${source}`,
  number: (value) => String(value),
};

const figure: Figure = {
  ...{ id: "expression", x: "hours", y: "relative", right: "receptors", baseline: 1 },
  series: [
    { id: "gamma", kind: "line", x: [0, 1, 2, 3], y: [1, 1.2, Number.NaN, 1.1] },
    { id: "gamma", kind: "line", x: [0, 3], y: [1, 1.3], without: true },
    { id: "receptors", kind: "line", x: [0, 3], y: [60, 90], right: true },
    { id: "clopath-2008", kind: "points", published: true, x: [1, 2], y: [1.1, 1.05] },
  ],
  marks: [
    { x: 0, id: "stimulation" },
    { x: 1, id: "drug-begins" },
  ],
  reported: [
    { x: 1, sign: 1, source: "huang-kandel-1994" },
    { x: 2, sign: -1, source: "huang-kandel-1994" },
    { x: 3, sign: 0, source: "huang-kandel-1994" },
  ],
};

describe("a figure as a drawing", () => {
  const root = parseXml(toSvg(figure, texts));
  const elements = everyElement(root);
  const words = elements.filter(({ name }) => name === "text").map(({ text }) => text);

  test("is a standalone SVG with a title, its axes with units and ticks, and a legend", () => {
    expect(root.name).toBe("svg");
    expect(root.attributes).toMatchObject({
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      "font-family": "sans-serif",
    });
    expect(elements.find(({ name }) => name === "title")!.text).toBe(texts.title);
    expect(words).toEqual(expect.arrayContaining([texts.title, "axis hours", "axis relative", "axis receptors"]));
    expect(words).toEqual(expect.arrayContaining(["0", "1", "2", "3", "60", "90"]));
    expect(words).toEqual(
      expect.arrayContaining([
        ...["series gamma", "series gamma without", "series receptors", "series clopath-2008"],
        ...["mark stimulation", "mark drug-begins", "found by huang-kandel-1994"],
      ]),
    );
  });

  test("published points are hollow, a gap in the values is a gap in the line, the baseline is dashed", () => {
    const hollow = elements.find(({ name, attributes }) => name === "g" && attributes.fill === "#ffffff")!;
    expect(hollow.children).toHaveLength(2);
    const lines = elements.filter(({ name, attributes }) => name === "path" && attributes.fill === "none");
    expect(lines[0]!.attributes.d!.match(/M/g)).toHaveLength(2);
    expect(elements.some(({ name, attributes }) => name === "line" && attributes["stroke-dasharray"] === "6 4")).toBe(
      true,
    );
  });

  test("no coordinate is missing", () => {
    expect(toSvg(figure, texts)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test.each(PROTOCOLS)("all figures of %s can be drawn", (protocol) => {
    const pathway = entryOf(protocol).pathway ?? "ca1";
    const settings = protocol === "synchrony" ? { classes: 1, taps: 2 } : {};
    for (const each of labResult({ protocol, pathway, drugs: [], modules: [], seed: 1, settings }).figures) {
      const svg = toSvg(each, texts);
      expect(() => parseXml(svg)).not.toThrow();
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.length).toBeLessThan(150_000);
    }
  });

  test("whatever the texts and numbers are, it is well-formed", () => {
    const anything = fc.string({ unit: "binary", maxLength: 30 });
    const numbers = fc.array(fc.double(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anything, numbers, numbers, fc.boolean(), (text, x, y, logX) => {
        const odd: Figure = { ...figure, logX, series: [{ id: text, kind: "line", x, y: x.map((_, i) => y[i] ?? 0) }] };
        parseXml(toSvg(odd, { ...texts, title: text, series: () => text, axis: () => text }));
      }),
      { seed: 1973, numRuns: 500 },
    );
  });

  test("names that are too long for the legend go on another line, and none is lost", () => {
    const name = "a name of many words that does not fit on one line";
    expect(wrapped(name, 20).join(" ")).toBe(name);
    expect(Math.max(...wrapped(name, 20).map(({ length }) => length))).toBeLessThanOrEqual(20);
  });
});
