import { SCALAR } from "../model/cell.ts";
import { tagOf } from "../model/consolidation.ts";
import type { Core } from "./core.ts";
import type { Phase } from "./events.ts";
import { meanStrength, neededShare } from "./measures.ts";
import type { Milestone, MilestoneKind } from "./milestones.ts";

/**
 * What happens to a cell that a class should not miss: each is told once, at the tick at which it happens. It is only
 * shown: no rule depends on it, and it stands outside the state's hash.
 */

/** What was told, and what it was told against. */
export interface Story {
  told: Milestone[];
  spiked: boolean;
  recruited: boolean;
  tagged: boolean;
  made: boolean;
  /** Percent of the class needed when that was told last; 0 before it is known. */
  needed: number;
  faded: boolean;
  /** Mean strength, percent: the highest so far, or the lowest since fading was told. */
  mark: number;
}

/** Ticks between two looks at the synapses: they change slowly. */
const LOOK_EVERY = 5;
/** Share of the most proteins that counts as made, and below which the next wave is news again. */
const MADE = 0.1;
const GONE = 0.02;
/** Points, in percent of the class, by which fewer must be needed. */
const FEWER = 2;
/** Mean strength that can be seen to fade, percent, and the share of its gain that is left when it is told. */
const WORTH_KEEPING = 108;
const LEFT = 0.6;
/** Strength that must come back before fading is news again, percent. */
const REGAINED = 5;

export const blankStory = (): Story => ({ told: [], ...nothingYet() });

const nothingYet = (): Omit<Story, "told"> => ({
  spiked: false,
  recruited: false,
  tagged: false,
  made: false,
  needed: 0,
  faded: false,
  mark: 100,
});

/** Another cell: everything may happen for the first time again. */
export function freshStory(story: Story): void {
  Object.assign(story, nothingYet());
}

/** Notes what happened in the tick that has just run. @param before the phase that it began in */
export function watch(core: Core, before: Phase): void {
  const { state } = core;
  const { story } = state;
  if (story.needed === 0) story.needed = neededShare(core);
  if (!story.spiked && state.cellSpikes > 0) {
    story.spiked = true;
    tell(core, "spike");
  }
  if (state.tick % LOOK_EVERY === 0) {
    watchSynapses(core);
    watchProteins(core);
  }
  if (before !== "lapse") return;
  watchFading(core);
  if (state.phase !== "lapse") watchThreshold(core);
}

function tell({ state }: Core, kind: MilestoneKind, seat = -1, figure = 0): void {
  state.story.told.push({ kind, tick: state.tick, seat, figure });
}

function watchSynapses(core: Core): void {
  const { cell, state } = core;
  const { story } = state;
  const naive = Math.round(cell.parameters.N0);
  let tagged = -1;
  for (let i = 0; i < state.seats.length; i++) {
    if (!state.seats[i]) continue;
    if (!story.recruited && Math.round(cell.receptors[i]!) > naive) {
      story.recruited = true;
      tell(core, "recruit", i);
    }
    if (tagged < 0 && tagOf(cell, i) > 0) tagged = i;
  }
  if (tagged >= 0 && !story.tagged) tell(core, "tag", tagged);
  story.tagged = tagged >= 0;
}

function watchProteins(core: Core): void {
  const { story } = core.state;
  const proteins = core.cell.scalars[SCALAR.proteins]!;
  if (!story.made && proteins >= MADE) {
    story.made = true;
    tell(core, "proteins");
  } else if (proteins < GONE) story.made = false;
}

/** Told once a lapse is over, when it is known how many fewer it takes. */
function watchThreshold(core: Core): void {
  const { story } = core.state;
  const needed = neededShare(core);
  if (needed <= story.needed - FEWER) tell(core, "threshold", -1, needed);
  story.needed = needed;
}

function watchFading(core: Core): void {
  const { story } = core.state;
  const mean = meanStrength(core, "all");
  if (story.faded) {
    story.mark = Math.min(story.mark, mean);
    if (mean < story.mark + REGAINED) return;
    story.faded = false;
  }
  story.mark = Math.max(story.mark, mean);
  if (story.mark < WORTH_KEEPING || mean - 100 > LEFT * (story.mark - 100)) return;
  story.faded = true;
  story.mark = mean;
  tell(core, "fading");
}
