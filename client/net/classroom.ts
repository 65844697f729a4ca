import type { ReadonlySignal } from "@preact/signals";
import type { Mode } from "../../shared/lesson/mode.ts";
import type { Behind, Phase } from "../../shared/session/events.ts";
import type { Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type {
  CardsAnswer,
  CommandAnswer,
  OwnSynapse,
  PairAnswer,
  Refusal,
  TapFeedback,
  Welcome,
} from "../../shared/wire/answers.ts";
import type { SharedBallot } from "../../shared/wire/ballot.ts";
import type { CommandMessage, GazeMessage } from "../../shared/wire/messages.ts";
import type { Trouble } from "../../shared/wire/trouble.ts";

/** The part of a class that every page sees. */
export interface SharedView {
  readonly phase: Phase;
  readonly paused: boolean;
  readonly round: number;
  readonly behind: Behind;
  readonly turn: number;
  /** Room time of the round's first beat, ms; beats follow every round.beatMs. */
  readonly beatZero: number;
  /** Seats taken, bots included. */
  readonly seats: number;
  /** Biological minutes that the lapse has covered, and will cover. */
  readonly lapseMinutes: number;
  readonly lapseOf: number;
  /** Who is asked to tap (shared/wire/seats.ts). */
  readonly asked: string;
  /** Whether the round met its goal: 0 not known, 1 met, 2 missed. */
  readonly met: number;
  /** What the class is asked, or was asked last. */
  readonly ballot: SharedBallot | null;
  /** How fast the class plays. */
  readonly mode: Mode;
  /** How many milestones there were. */
  readonly milestones: number;
  /** The last of them as it travels (wire/milestones.ts): who shows it reads it. */
  readonly milestone: readonly number[];
  /** Whether the journal writes; if not, the class plays on unrecorded. */
  readonly recording: boolean;
  /** What went wrong, until the teacher lets the class go on. */
  readonly trouble: Trouble;
  /** Delay behind which the cell is simulated and shown, ms. */
  readonly delay: number;
}

export type Status = "connecting" | "live" | "reconnecting" | "refused" | "ended";

/** A live class as a page sees it: signals to draw from, and the few things a page may ask. */
export interface Classroom {
  readonly status: ReadonlySignal<Status>;
  readonly refusal: ReadonlySignal<Refusal | undefined>;
  readonly shared: ReadonlySignal<SharedView | undefined>;
  /** Students only. */
  readonly welcome: ReadonlySignal<Welcome | undefined>;
  /** The name that will be this newcomer's once the teacher says yes. */
  readonly waiting: ReadonlySignal<number | undefined>;
  readonly feedback: ReadonlySignal<TapFeedback | undefined>;
  readonly synapse: ReadonlySignal<OwnSynapse | undefined>;
  /** Stage and host only. */
  readonly view: ReadonlySignal<ClassView | undefined>;
  readonly pulses: () => readonly Pulse[];
  /** The class's id in the journal, for the link to its replay; host only. */
  readonly classId: string | undefined;
  /** The room's clock, ms. */
  now(): number;
  /** Sends a tap. @param stamp event.timeStamp of the pointer or key event, ms on the page's timeline */
  tap(stamp: number): void;
  command(command: CommandMessage): Promise<CommandAnswer>;
  /** Asks the room for something; undefined when it cannot be reached. */
  ask<K extends keyof Questions>(kind: K, message?: object): Promise<Questions[K] | undefined>;
  /** Tells every wall where to look; and where somebody else told this one to. */
  direct(gaze: GazeMessage): void;
  readonly directed: ReadonlySignal<GazeMessage | undefined>;
  leave(): void;
}

/** What can be asked of a room besides commands, and what it answers. */
export interface Questions {
  /** A student's answer to what the class is asked: `{ option }`. */
  readonly answer: CommandAnswer;
  /** Offers to let a remote in. */
  readonly pair: PairAnswer;
  /** A host's recovery phrase; null when there is none to be had. */
  readonly phrase: string | null;
  /** A sheet of cards, each of which lets one student in: `{ count }`. */
  readonly cards: CardsAnswer;
  /** A student's wish: `{ name }`. What became of it comes as the welcome's name. */
  readonly rename: CommandAnswer;
  /** A code by which this student goes on with another device. */
  readonly resume: string | null;
}
