import { lapse } from "../../../shared/model/slow.ts";
import { classTapping } from "../../../shared/protocols/class-tapping.ts";
import { perform } from "../../../shared/protocols/protocol.ts";
import { slice, weight } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { near, type Row } from "./row.ts";

const STUDENTS = 30;

/** Mean weight a day after so many rounds of so many taps, ten minutes apart. */
function nextDay(rounds: number, taps: number): number {
  const cell = slice(Array.from({ length: STUDENTS }, () => 84 / STUDENTS));
  for (let round = 0; round < rounds; round++) {
    if (round > 0) lapse(cell, 600);
    const tapping = { students: STUDENTS, taps, humanHz: 2, slowMotion: 2.5, jitterMs: 35, seed: 40 + round };
    perform(cell, classTapping(tapping));
  }
  lapse(cell, 86_400);
  return Array.from({ length: STUDENTS }, (_, i) => weight(cell, i)).reduce((sum, w) => sum + w, 0) / STUDENTS;
}

export const lesson: readonly Row[] = [
  {
    id: "D40",
    protocol: "rounds of a class of 30 (SD 35 ms, S 2.5), a day later",
    literature: "one episode fades, spaced ones last",
    measure: () =>
      (
        [
          [1, 20],
          [2, 20],
          [3, 10],
          [3, 20],
          [4, 20],
        ] as const
      ).map(([rounds, taps]) => {
        const where = { S: 2.5, sd_human_ms: 35, rounds, taps_per_round: taps };
        return near(
          `${rounds} × ${taps} taps`,
          nextDay(rounds, taps),
          lookUp(table("lesson_rounds"), where, "w_24h"),
          0.06,
        );
      }),
  },
];
