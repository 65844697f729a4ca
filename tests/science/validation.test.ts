import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ALL_CONTACTS, standardParameters } from "../../shared/model/parameters.ts";
import parametersFile from "./reference/ltpcore_v1_params.json" with { type: "json" };
import { resultOf, rows } from "./rows/rows.ts";
import { markdownOf, withTable } from "./validation-table.ts";

describe.each(rows)("$id, $protocol", (row) => {
  test("is within what is required", () => {
    expect(resultOf(row).measures.filter(({ within }) => !within)).toEqual([]);
  }, 60_000);
});

test("MODEL.md holds the table as the model gives it now (npm run validate -- --write)", () => {
  const page = readFileSync(join(import.meta.dirname, "../../shared/model/MODEL.md"), "utf8");
  expect(page).toBe(withTable(page, markdownOf(rows.map(resultOf))));
}, 120_000);

test("the constants are those that the reference was computed with", () => {
  const { dt, M, ...fast } = parametersFile.fast;
  expect({ dt, M }).toEqual({ dt: 1, M: ALL_CONTACTS });
  expect(standardParameters).toMatchObject(fast);
  const { tauK, ...slow } = parametersFile.slow;
  expect(standardParameters).toMatchObject({ ...slow, tauKinase: tauK });
});
