import { NAMES } from "../../shared/lesson/names.ts";
import type { Round } from "../../shared/lesson/round.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import type { ClassView, PlotPoint, SeatView } from "../../shared/session/view.ts";
import type { Language } from "../ui/locale.ts";

/** Figures that a stage reads off a view. */

/** Class synchrony from which the stage says "in sync", percent: taps spread by some 50 ms at a 2 Hz beat. */
const IN_SYNC = 80;

/** AMPA receptors that a synapse has won since it was at rest; negative when it lost some. */
export const won = ({ receptors }: SeatView): number => receptors - standardParameters.N0;

/** The same for the whole class. */
export const receptorsWon = (view: ClassView): number => view.seats.reduce((sum, seat) => sum + won(seat), 0);

/** Rounding alone moves a synapse's strength by this much, percent of baseline. */
const UNMOVED = 1;

/** Whether any synapse has something to lose. */
export const hasLearnt = (view: ClassView): boolean =>
  view.seats.some(({ strength, tag }) => Math.abs(strength - 100) > UNMOVED || tag !== 0);

/** -1, "not enough taps", has no word. */
export const syncWord = (synchrony: number): "inSync" | "loose" | undefined =>
  synchrony < 0 ? undefined : synchrony >= IN_SYNC ? "inSync" : "loose";

/** The round to offer next: the one after the last, and the last again. */
export const nextRound = (view: ClassView, script: readonly Round[]): number =>
  Math.min(view.round + 1, script.length - 1);

export const latest = (plot: readonly PlotPoint[]): PlotPoint => plot.at(-1) ?? { minutes: 0, a: 100, b: 100 };

/** A neuron's name: the one that its student chose, else its own; one that this page does not know (a newer recording's) has none. */
export const nameOf = ({ name, called }: Pick<SeatView, "name" | "called">, language: Language): string =>
  called ?? NAMES[name]?.[language] ?? "";
