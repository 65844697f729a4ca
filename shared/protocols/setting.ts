/** What a setting is counted in; its text carries the unit. */
export type SettingUnit =
  | "count"
  | "switch"
  | "contacts"
  | "hertz"
  | "milliseconds"
  | "seconds"
  | "minutes"
  | "hours"
  | "days"
  | "millivolts"
  | "share"
  | "times";

/** One thing that can be set: a number from `min` to `max`; whole where `step` is. */
export interface Setting {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: SettingUnit;
}

/** Whole from `min` to `max` unless the step is a part. */
export const setting = (unit: SettingUnit, default_: number, min: number, max: number, step = 1): Setting => ({
  ...{ default: default_, min, max, step, unit },
});
export const yesNo = (default_: 0 | 1): Setting => setting("switch", default_, 0, 1);
/** Contacts of the stimulated input: 30 % of the cell's 240 are 72, 40 % are 96, 8 % are 19.2. */
export const contacts = (default_: number): Setting => setting("contacts", default_, 1, 240, 0.1);
export const hours = (default_: number): Setting => setting("hours", default_, 1, 72, 0.5);

/** @throws RangeError naming what is allowed */
export function checkSetting(id: string, value: number, { min, max, step, unit }: Setting): void {
  const whole = Number.isInteger(step);
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return;
  const allowed = unit === "switch" ? "0 (no) or 1 (yes)" : `${whole ? "a whole number " : ""}from ${min} to ${max}`;
  throw new RangeError(`${id} = ${value}: ${allowed}${unit === "switch" || unit === "count" ? "" : ` (${unit})`}`);
}
