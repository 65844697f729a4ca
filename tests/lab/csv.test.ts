import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { field } from "../../shared/csv.ts";
import { toCsv } from "../../shared/lab/csv.ts";
import type { LabResult } from "../../shared/lab/figure.ts";
import { parseCsv } from "./parse-csv.ts";

const result: LabResult = {
  request: { protocol: "tetanus", pathway: "ca1", drugs: [], modules: [], seed: 1, settings: {} },
  model: "2.0.0",
  figures: [
    {
      ...{ id: "strength", x: "hours", y: "percent-of-baseline" },
      series: [
        { id: "strong", kind: "line", x: [-1, 0.5], y: [100, Number.NaN] },
        { id: "clopath-2008", kind: "points", published: true, x: [1], y: [120.9] },
      ],
      reported: [{ x: 3, sign: 0, source: "huang-kandel-1994" }],
    },
  ],
  summary: [{ id: "after-1-h", value: 143.25, unit: "percent-of-baseline" }],
};

describe("a result as a table", () => {
  test("has a line a point, who it is from, findings as words and the summary at the end", () => {
    expect(toCsv(result)).toBe(
      [
        "figure,series,x,y,published",
        "strength,strong,-1,100,",
        "strength,strong,0.5,,",
        "strength,clopath-2008,1,120.9,model",
        "strength,huang-kandel-1994,3,same,laboratory",
        "summary,after-1-h,,143.25,",
        "",
      ].join("\r\n"),
    );
  });

  test("any text comes back from its field, and none begins a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [[back]] = parseCsv(`${field(text)}\r\n`) as [[string]];
        expect(back.replace(/^'(?=[=+\-@\t\r])/, "")).toBe(text);
        expect(back).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { seed: 1973, numRuns: 2000 },
    );
  });

  test.each(["=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "\rx", 'say "a, b"'])(
    "%j is no formula and one field",
    (text) => {
      expect(parseCsv(`${field(text)},next\r\n`)).toHaveLength(1);
      expect(parseCsv(`${field(text)},next\r\n`)[0]).toHaveLength(2);
      expect(field(text).replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
    },
  );

  test("numbers stay numbers; what is none is left out", () => {
    expect([field(-1.5), field(1e-7), field(Number.NaN), field(Number.POSITIVE_INFINITY)]).toEqual([
      "-1.5",
      "1e-7",
      "",
      "",
    ]);
  });
});
