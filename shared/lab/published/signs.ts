import type { SourceId } from "./sources.ts";

/** A laboratory's finding where only its direction is on record here: more, less or the same. Nobody's number is drawn. */
export interface ReportedSign {
  readonly x: number;
  readonly sign: -1 | 0 | 1;
  readonly source: SourceId;
  /** Found without the drugs that the figure's own lines are under (compare.ts). */
  readonly without?: boolean;
}

const reported = (source: SourceId, signs: Readonly<Record<-1 | 0 | 1, readonly number[]>>): readonly ReportedSign[] =>
  ([-1, 0, 1] as const).flatMap((sign) => signs[sign].map((x) => ({ x, sign, source }))).sort((a, b) => a.x - b.x);

/** Against pulses a second, 900 of them. */
export const dudekBear = reported("dudek-bear-1992", { [-1]: [1, 3], 0: [10], 1: [50] });
/** Against ms from the weak input to the strong. */
export const levySteward = reported("levy-steward-1983", { [-1]: [], 0: [200], 1: [0, 20] });
/** Against ms between bursts. */
export const larson = reported("larson-1986", { [-1]: [], 0: [], 1: [200] });
/** Against ms from the presynaptic to the postsynaptic spike, cultured neurons. */
export const biPoo = reported("bi-poo-1998", { [-1]: [-30, -20, -10], 0: [], 1: [10, 20, 30] });
/** Against hours from weak to strong: whether the weak pathway is rescued. */
export const freyMorris: readonly ReportedSign[] = [
  ...reported("frey-morris-1997", { [-1]: [], 0: [], 1: [-1] }),
  ...reported("frey-morris-1998", { [-1]: [], 0: [4], 1: [5 / 60, 1] }),
];
/** Against hours after the first tetanus. */
export const huangKandelOne = reported("huang-kandel-1994", { [-1]: [], 0: [3], 1: [1] });
export const huangKandelSeveral = reported("huang-kandel-1994", { [-1]: [], 0: [], 1: [1, 6] });
/** The same with proteins blocked: the early part is there, the late one is not. */
export const huangKandelBlocked = reported("huang-kandel-1994", { [-1]: [], 0: [6], 1: [1] });
/** Against hours after slow pulses, which take a quarter of one. */
export const dudekBearCourse = reported("dudek-bear-1992", { [-1]: [1], 0: [], 1: [] });
/** Against days after the sessions. */
export const abraham = reported("abraham-2002", { [-1]: [], 0: [], 1: [30, 90, 365] });
/** Against hours after the first of five pulses of serotonin, and after a single one. */
export const montaroloFive = reported("montarolo-1986", { [-1]: [], 0: [], 1: [24] });
export const montaroloOne = reported("montarolo-1986", { [-1]: [], 0: [24], 1: [5 / 60] });
