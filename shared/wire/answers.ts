import type { Group } from "../session/events.ts";
import type { SynapseView } from "../session/view.ts";

/** What the room sends privately, and the reasons it gives. Every reason is a key of locale.reasons. */

export type Refusal =
  /** No live class has this code: wrong, malformed and ended classes all answer so. */
  | "no-such-class"
  /** Every seat is taken. */
  | "full"
  /** Newcomers are turned away. */
  | "locked"
  /** Newcomers need a card that nobody has used. */
  | "needs-card"
  /** The teacher sent this student away. */
  | "removed"
  /** This key opens nothing here. */
  | "not-allowed"
  /** The class moved on before the command arrived. */
  | "stale"
  /** The command makes no sense in this phase. */
  | "not-now"
  /** The message had the wrong shape. */
  | "malformed"
  /** So much came from this phone that the rest is not listened to for a while. */
  | "too-many"
  /** The same seat was opened in another window or phone; this one stopped. */
  | "taken-over"
  /** The class has ended. */
  | "ended"
  /** The server cannot be reached. */
  | "unreachable"
  /** The server cannot write down anything new at the moment, or does not know of the others'. */
  | "not-safe"
  /** The server answers, but no WebSocket gets through. */
  | "blocked"
  /** Recording unknown, or not this host's. */
  | "no-such-session"
  /** No recording is shared under this link: wrong, revoked and deleted ones all answer so. */
  | "no-such-share"
  /** As many recordings from elsewhere are on the shelf as it takes. */
  | "shelf-full";

/** Sent once after joining, and again after every reconnection. */
export interface Welcome {
  readonly seat: number;
  readonly name: number;
  readonly group: Group;
  /** The name that the student chose; empty or absent: none. */
  readonly called?: string;
  /** Whether the teacher lets students choose their names. */
  readonly mayName?: boolean;
  /** Only to a new seat: the key to come back with. */
  readonly seatKey?: string;
}

/** `[sent, room]`: the browser's own stamp, and the room's clock when it was answered, ms. */
export type ClockAnswer = readonly [sent: number, room: number];

/** What became of one tap; the only message a phone gets for it. */
export interface TapFeedback {
  readonly seq: number;
  readonly fate: /** It reached the cell (and the journal). */
    | "fired"
    /** It arrived too late, or from a clock ahead of ours. */
    | "lost"
    /** Too soon after the one before. */
    | "too-fast"
    /** No round runs, or this group watches. */
    | "resting";
  /** ms from the nearest beat, negative when early; absent without a beat. */
  readonly early?: number;
  /** Whether the shared cell spiked within the burst. */
  readonly spiked?: boolean;
  /** Highest calcium of the own synapse, percent of the LTP threshold (100: it grows). */
  readonly calcium?: number;
  readonly synapse?: OwnSynapse;
}

/** A student's own synapse; sent with a tap's feedback and, in a lapse, when a number changes. */
export type OwnSynapse = SynapseView;

/** The answer to a host who wants to let a remote in: what the code on the wall holds, and the digits beside it. */
export type PairAnswer = { readonly key: string; readonly pin: string } | null;

/** The keys of a sheet of cards, shown once; null: there are none to be had. */
export type CardsAnswer = readonly string[] | null;

/** The answer to a host's command. */
export type CommandAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal };
