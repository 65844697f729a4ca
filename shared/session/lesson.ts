import { type BetId, bets, cameTrue, optionsOf, type Strengths } from "../lesson/bets.ts";
import { stimulationOf } from "../lesson/electrode.ts";
import { checkSteps, type Step } from "../lesson/lesson.ts";
import { type ItemId, OPTIONS } from "../lesson/quick-check/bank.ts";
import { type Check, rightOf } from "../lesson/quick-check/score.ts";
import { DRUGS, type DrugId } from "../model/drugs.ts";
import { putUnder, renew } from "./conditions.ts";
import { atRest, type Core, enter, seatOf } from "./core.ts";
import { beginStimulation } from "./electrode.ts";
import { beginLapse } from "./lapse.ts";
import { strengthsOf } from "./measures.ts";
import { shareRecalled } from "./memory.ts";
import { startRound } from "./rounds.ts";

/** The lesson that a class follows: its steps, where it is, and what it has bet on. */

/** A question to the class: a prediction, or a choice of a drug. */
export interface Ballot {
  /** What is bet on; null for a choice of a drug, and for a question of the quick check. */
  readonly bet: BetId | null;
  /** The question of the quick check, where it is one. */
  readonly item?: ItemId;
  /** What can be chosen, where it is a drug. */
  readonly among: readonly DrugId[];
  /** Step after which it is known what came true. */
  readonly due: number;
  /** Strengths when it was asked, percent of baseline. */
  readonly before: Strengths;
  open: boolean;
  /** By seat: the option, or -1. */
  answers: number[];
  /** The option that came true, or was chosen; -1 until then. */
  outcome: number;
}

export interface LessonState {
  readonly steps: readonly Step[];
  /** The step that runs, or ran last; -1 before the first. */
  at: number;
  ballot: Ballot | null;
  /** Bets of which it is known what came true, in their order. */
  readonly settled: SettledBet[];
  /** Questions of the quick check that were answered, in their order; absent before the first. */
  checks?: Check[];
}

/** A bet afterwards: how many chose each option, and which came true. */
export interface SettledBet {
  readonly bet: BetId;
  readonly counts: readonly number[];
  readonly outcome: number;
}

/** Takes a lesson up; an empty one gives it up. @throws RangeError for a step that cannot be */
export function takeUp(core: Core, steps: readonly Step[]): boolean {
  checkSteps(steps);
  if (!atRest(core)) return false;
  const { state } = core;
  closeBallot(core);
  if (steps.length > 0) state.lesson = { steps, at: -1, ballot: null, settled: [] };
  else delete state.lesson;
  state.turn++;
  return true;
}

/**
 * Goes to a step, whichever ran before, and begins it.
 * @throws RangeError for a step that the lesson does not have
 */
export function goTo(core: Core, index: number): boolean {
  const { lesson, conditions } = core.state;
  const step = lesson?.steps[index];
  if (!lesson || !step) throw new RangeError(`no step ${index}`);
  if (!atRest(core)) return false;
  const round = step.do === "round" ? core.header.script.findIndex(({ id }) => id === step.round) : 0;
  if (round < 0) throw new RangeError(`this class has no round ${step.do === "round" && step.round}`);
  closeBallot(core);
  lesson.at = index;
  const drugs = DRUGS.filter((drug) => (step.drugs ?? core.state.conditions.drugs).includes(drug));
  const pathway = step.pathway ?? conditions.pathway;
  if (step.fresh || pathway !== conditions.pathway) renew(core, { ...conditions, drugs, pathway });
  else putUnder(core, { ...conditions, drugs });
  switch (step.do) {
    case "round":
      return startRound(core, round);
    case "lapse":
      return beginLapse(core, step.seconds);
    case "stimulate":
      return beginStimulation(core, stimulationOf(step.protocol, step.at));
    case "bet":
      return ask(core, { bet: step.bet, among: [], due: index + step.over });
    case "check":
      return ask(core, { bet: null, item: step.item, among: [], due: index });
    case "vote":
      return ask(core, { bet: null, among: step.among, due: index });
  }
}

function ask(core: Core, question: Pick<Ballot, "bet" | "item" | "among" | "due">): boolean {
  const answers = core.state.seats.map(() => -1);
  core.state.lesson!.ballot = { ...question, before: strengthsOf(core), open: true, answers, outcome: -1 };
  enter(core, "bet");
  return true;
}

/** How many options a ballot has. */
export function choicesOf({ bet, item, among }: Pick<Ballot, "bet" | "item" | "among">): number {
  if (item) return OPTIONS.length;
  return bet ? optionsOf(bets[bet]) : among.length;
}

/** A student's answer; it may be changed while the ballot is open. @throws RangeError for nobody's seat or no option */
export function answer(core: Core, seat: number, option: number): boolean {
  seatOf(core, seat);
  const ballot = core.state.lesson?.ballot;
  if (!ballot?.open) return false;
  if (!(Number.isInteger(option) && option >= 0 && option < choicesOf(ballot)))
    throw new RangeError(`option ${option}`);
  while (ballot.answers.length <= seat) ballot.answers.push(-1);
  ballot.answers[seat] = option;
  return true;
}

/** How many chose each option. */
export function countsOf(ballot: Ballot): number[] {
  const counts = new Array<number>(choicesOf(ballot)).fill(0);
  for (const option of ballot.answers) if (option >= 0) counts[option]!++;
  return counts;
}

/** Ends the asking; a choice takes effect. The first of those with most votes wins, so that a tie is no stalemate. */
export function closeBallot(core: Core): void {
  const { state } = core;
  const ballot = state.lesson?.ballot;
  if (!ballot?.open) return;
  ballot.open = false;
  const { item } = ballot;
  if (item) {
    const others = (state.lesson!.checks ?? []).filter((check) => check.item !== item);
    state.lesson!.checks = [...others, { item, answers: [...ballot.answers] }];
    ballot.outcome = rightOf(item);
  } else if (ballot.bet === null) {
    const counts = countsOf(ballot);
    ballot.outcome = counts.indexOf(Math.max(...counts));
    const chosen = ballot.among[ballot.outcome]!;
    putUnder(core, { ...state.conditions, drugs: DRUGS.filter((drug) => drug === chosen) });
  }
  if (state.phase === "bet") enter(core, "between");
}

/** A step is over: what was bet on may be known. */
export function settle(core: Core): void {
  const { lesson, phase, cellSpikes } = core.state;
  const ballot = lesson?.ballot;
  if (!ballot || ballot.open || ballot.bet === null || ballot.outcome >= 0) return;
  if (phase !== "between" || lesson.at < ballot.due) return;
  ballot.outcome = cameTrue(bets[ballot.bet], ballot.before, {
    strengths: strengthsOf(core),
    spikes: cellSpikes,
    recalled: shareRecalled(core.state.memory),
  });
  lesson.settled.push({ bet: ballot.bet, counts: countsOf(ballot), outcome: ballot.outcome });
}
