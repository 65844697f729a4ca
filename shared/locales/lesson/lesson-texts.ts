import type { BetId } from "../../lesson/bets.ts";
import type { LessonId } from "../../lesson/lessons.ts";
import type { Mode } from "../../lesson/mode.ts";
import type { PartId, RoundId } from "../../lesson/round.ts";
import type { DrugId } from "../../model/drugs.ts";

/** What is said of a round. */
export interface RoundTexts {
  readonly title: string;
  /** On the projector: ten words at most. */
  readonly instruction: string;
  /** To a part's phones, where its role is its own. */
  readonly roles?: Readonly<Partial<Record<PartId, string>>>;
  /** To the phones of those who are not asked, where it is not another group that is. */
  readonly watch?: string;
  /** Of a tap, where it reaches other cells than the shared one. */
  readonly tapped?: string;
  /** What to talk over, when the round showed what it is meant to. */
  readonly happened: string;
  /** The same, when it did not. */
  readonly missed: string;
}

/** Words of the lesson: rounds, bets, steps. */
export interface LessonTexts {
  readonly rounds: Readonly<Record<RoundId, RoundTexts>>;
  readonly bets: Readonly<Record<BetId, { readonly question: string; readonly options: readonly string[] }>>;
  /** A choice among drugs: the question, and what each does, in three words. */
  readonly vote: string;
  readonly drugs: Readonly<Record<DrugId, string>>;
  readonly lessons: Readonly<Record<LessonId, string>>;
  readonly ballot: {
    /** Strip of the stage, while it is open. */
    readonly line: string;
    /** {answered} of {seats} phones. */
    readonly answered: string;
    /** Once it is known: {option}. */
    readonly cameTrue: string;
    readonly chosen: string;
    /** On the phone: asked, answered, and once it is known. */
    readonly choose: string;
    readonly thanks: string;
    readonly right: string;
    readonly other: string;
    readonly closed: string;
  };
  /** The quick check. */
  readonly check: {
    /** Strip of the stage, while it is open and once it is closed. */
    readonly line: string;
    readonly closed: string;
    /** Before the right option, for those who hear it. */
    readonly right: string;
    /** To the phone: {option}. */
    readonly answer: string;
    /** {before} and {after} in percent, {answered} both questions. */
    readonly pair: string;
    /** Fewer than {least} answers. */
    readonly few: string;
  };
  readonly bar: {
    readonly lesson: string;
    readonly free: string;
    readonly step: string;
    readonly close: string;
  };
  /** What happened in another region than the hippocampus: {percent} of baseline. */
  readonly elsewhere: string;
  /** The class as a memory: its pictures and what came back. */
  readonly board: {
    readonly label: string;
    /** {number} */
    readonly picture: string;
    /** {percent} of the links that a round was to make. */
    readonly links: string;
    /** {back} of {missing} neurons. */
    readonly back: string;
    /** Signs around the ring, in words. */
    readonly taps: string;
    readonly woke: string;
    readonly wrong: string;
    readonly missing: string;
  };
  /** At the end: what was bet on, what most said, what came true. */
  readonly debrief: {
    readonly title: string;
    readonly question: string;
    readonly said: string;
    readonly was: string;
    /** The quick check: what many believe, right before, right after. */
    readonly learnt: string;
    readonly thought: string;
    readonly before: string;
    readonly after: string;
    /** Normalised gain in percent: {gain}. */
    readonly gain: string;
  };
  /** How fast the class plays. */
  readonly modes: Readonly<Record<Mode, string>> & { readonly label: string };
  /** Lessons as files; what is wrong with one: {detail}. */
  readonly file: {
    readonly open: string;
    readonly save: string;
    readonly "not-a-lesson": string;
    readonly newer: string;
    readonly step: string;
  };
  /** Names of steps that are no rounds. */
  readonly steps: {
    /** {time} */
    readonly lapse: string;
    readonly stimulate: string;
    readonly bet: string;
    readonly vote: string;
    readonly check: string;
  };
}
