import { advance } from "../../../shared/model/advance.ts";
import { createCell, setContacts } from "../../../shared/model/cell.ts";
import { hashCell } from "../../../shared/model/fingerprint.ts";
import { standardParameters } from "../../../shared/model/parameters.ts";
import { gaussian, stream } from "../../../shared/model/random.ts";
import { scheduleBurst } from "../../../shared/model/schedule.ts";
import type { Row } from "./row.ts";

const STUDENTS = 30;
const BEAT_MS = 200;
const BEATS = (10 * 60_000) / BEAT_MS;

/** Checksum of a class's cell after ten biological minutes of taps; `arrive` orders each beat's taps. */
function afterTenMinutes(arrive: (seats: number[]) => number[]): number {
  const cell = createCell(standardParameters, STUDENTS);
  for (let i = 0; i < STUDENTS; i++) setContacts(cell, i, 84 / STUDENTS);
  const random = stream(38, 1);
  const seats = Array.from({ length: STUDENTS }, (_, i) => i);
  for (let beat = 0; beat < BEATS; beat++) {
    const at = seats.map(() => Math.max(0, Math.round(60 + 14 * gaussian(random))));
    for (const seat of arrive([...seats])) scheduleBurst(cell, seat, Math.min(at[seat]!, BEAT_MS));
    advance(cell, BEAT_MS);
  }
  return hashCell(cell);
}

export const determinism: readonly Row[] = [
  {
    id: "D38",
    protocol: "the same taps twice, ten minutes of a class of 30",
    literature: "none: what a recording rests on",
    measure: () => {
      const [once, again, reversed] = [
        afterTenMinutes((seats) => seats),
        afterTenMinutes((seats) => seats),
        afterTenMinutes((seats) => seats.reverse()),
      ];
      const same = (what: string, equal: boolean) => ({
        ...{ what, got: equal ? 1 : 0, required: "1 (equal)", within: equal },
      });
      return [
        same("checksum, run again", once === again),
        same("checksum, packets in another order", once === reversed),
      ];
    },
  },
];
