import type { ProtocolId } from "../../shared/protocols/catalogue.ts";
import type { Setting } from "../../shared/protocols/setting.ts";

/** A setting's limits beside what the protocol's other settings are; `given` gives these by name. */
export function limitsOf(protocol: ProtocolId, id: string, own: Setting, given: (id: string) => number): Setting {
  if (id === "drug-to") return { ...own, min: hundredths(given("drug-from") + own.step) };
  if (protocol !== "recall") return own;
  if (id === "active") return { ...own, max: Math.min(own.max, Math.floor(given("students") / 2)) };
  return id === "cue" ? { ...own, max: Math.min(own.max, given("active") - 1) } : own;
}

/** A form counts its steps from the least value, which therefore has to be exact. */
const hundredths = (value: number): number => Math.round(100 * value) / 100;
