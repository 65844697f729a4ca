import { language } from "./locale.ts";

/** From so many minutes on a span is counted in this unit, which has so many of them. */
const UNITS = [
  { from: 129_600, unit: "month", minutes: 43_800 },
  { from: 5760, unit: "day", minutes: 1440 },
  { from: 60, unit: "hour", minutes: 60 },
  { from: 0, unit: "minute", minutes: 1 },
] as const;

const unitOf = (minutes: number): (typeof UNITS)[number] => UNITS.find(({ from }) => minutes >= from) ?? UNITS[3];

/** A span of biological time in the unit that fits it: `24 hours`, `7 Tage`; or in that of a longer one. */
export function duration(minutes: number, unitDisplay: "long" | "short" = "long"): string {
  const { unit, minutes: of } = unitOf(minutes);
  const style = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language.value, style).format(Math.round((10 * minutes) / of) / 10);
}

/** How many units of a span have passed, whole. */
export const passed = (minutes: number, of: number): number => Math.floor(minutes / unitOf(of).minutes);
