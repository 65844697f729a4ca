import { expect, test } from "vitest";
import { limitsOf } from "../../client/lab/limits.ts";
import { checkRequest } from "../../shared/lab/run.ts";
import { entryOf, type ProtocolId } from "../../shared/protocols/catalogue.ts";

/** The widest that the form lets a setting be beside others is what the laboratory takes; a step further is refused. */
test.each<[ProtocolId, string, "min" | "max", Record<string, number>]>([
  ["recall", "active", "max", { students: 30 }],
  ["recall", "cue", "max", { active: 7 }],
  ["tetanus", "drug-to", "min", { "drug-from": 0.1 }],
  ["tetanus", "hours", "max", {}],
])("%s: %s", (protocol, id, end, others) => {
  const own = entryOf(protocol).settings[id]!;
  const limits = limitsOf(protocol, id, own, (other) => others[other] ?? entryOf(protocol).settings[other]!.default);
  const request = (value: number) => ({
    ...({ protocol, pathway: "ca1", drugs: ["apv"], modules: [], seed: 1 } as const),
    settings: { ...others, [id]: value },
  });
  expect(() => checkRequest(request(limits[end]))).not.toThrow();
  expect(() => checkRequest(request(limits[end] + (end === "max" ? own.step : -own.step)))).toThrow(RangeError);
});
