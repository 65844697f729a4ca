import { describe, expect, test } from "vitest";
import { ALL_CONTACTS, standardParameters } from "../../shared/model/parameters.ts";
import parametersFile from "./reference/ltpcore_v1_params.json" with { type: "json" };
import { rows } from "./rows/rows.ts";

describe.each(rows)("$id, $protocol", ({ measure }) => {
  test("is within what is required", () => {
    const outside = measure().filter(({ within }) => !within);
    expect(outside).toEqual([]);
  }, 30_000);
});

test("the constants are those that the reference was computed with", () => {
  const { dt, M, ...fast } = parametersFile.fast;
  expect({ dt, M }).toEqual({ dt: 1, M: ALL_CONTACTS });
  expect(standardParameters).toMatchObject(fast);
  const { tauE, tauEm, tauOff } = parametersFile.slow;
  expect(standardParameters).toMatchObject({ tauE, tauEm, tauOff });
});
