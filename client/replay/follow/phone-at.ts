import type { Round } from "../../../shared/lesson/round.ts";
import { type LoggedTap, lastTaps, type TapLog } from "../../../shared/recording/course.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import type { ClassView, SeatView } from "../../../shared/session/view.ts";
import type { Told } from "../../play/telling.ts";
import type { Moment } from "../../scenes/moment.ts";
import type { PhoneSynapse } from "../../scenes/view-model/synapse-canvas.ts";

/** Taps that the strip around the beat shows, as on the phone. */
const TAPS_SHOWN = 8;
/** The room answers a tap once it has seen the cell's answer to it, ms. */
const ANSWERED_MS = 4 * TICK_MS;
/** How long a pressed button stays lit, ms. */
const PRESSED_MS = 130;
/** A tap longer ago than this is no longer seen on the synapse, ms. */
const SEEN_MS = 3000;

/** What the phone of a seat showed at an instant. */
export interface PhoneAt {
  readonly seat: SeatView;
  /** For the phone's own words (play/telling.ts). */
  readonly told: Told;
  /** This round's last taps, ms from the beat, oldest first. */
  readonly around: readonly number[];
  readonly synapse: PhoneSynapse;
  readonly pressed: boolean;
}

/**
 * @param round  the one that runs, or ran last, as the class plays it
 * @param taps   undefined while the recording is still explored: the phone then shows no tap
 */
export function phoneAt(
  { view, time }: Pick<Moment, "view" | "time">,
  of: number,
  round: Round | undefined,
  taps: TapLog | undefined,
): PhoneAt | undefined {
  const seat = view.seats.find((one) => one.seat === of);
  if (!seat) return undefined;
  const inRound = view.phase === "round" && !view.paused;
  // A round begins with its count-in, three seconds before its first beat; no tap counts before that.
  const since = inRound ? view.beatZero - (round?.beatMs ?? 0) : time - SEEN_MS;
  const recent = taps ? lastTaps(taps, of, Math.max(0, since), time, TAPS_SHOWN) : [];
  const last = recent.at(-1);
  const answered = recent.filter((tap) => tap.time + ANSWERED_MS <= time);
  return {
    seat,
    told: toldAt(view, seat, round, inRound ? answered.at(-1) : undefined),
    around: inRound ? answered.flatMap(({ early }) => early ?? []) : [],
    synapse: {
      ...seat,
      tapAt: last?.time ?? Number.NEGATIVE_INFINITY,
      answeredAt: last && last.time + ANSWERED_MS <= time ? last.time + ANSWERED_MS : Number.NEGATIVE_INFINITY,
      spiked: last?.spiked ?? false,
      calcium: last?.calcium ?? 0,
    },
    pressed: last !== undefined && time - last.time < PRESSED_MS,
  };
}

/** What a phone knew of the class, in the form that its words are made from. */
function toldAt(view: ClassView, seat: SeatView, round: Round | undefined, tap: LoggedTap | undefined): Told {
  const of = <T>(value: T) => ({ value });
  return {
    phase: of(view.phase),
    round: of(round),
    asked: of(view.phase === "round" && seat.asked),
    answer: of(
      tap && {
        seq: 0,
        fate: "fired",
        ...(tap.early === undefined ? {} : { early: tap.early }),
        spiked: tap.spiked,
        calcium: tap.calcium,
      },
    ),
    // What this student answered stands among the class's answers alone.
    bet: of(undefined),
    classroom: {
      status: of(view.phase === "ended" ? "ended" : "live"),
      refusal: of(undefined),
      welcome: of(seat),
      waiting: of(undefined),
      synapse: of(seat),
      shared: of({
        ballot: view.ballot,
        paused: view.paused,
        trouble: "none",
        behind: view.behind,
        lapseMinutes: view.lapse.minutes,
        lapseOf: view.lapse.of,
        met: view.met === null ? 0 : view.met ? 1 : 2,
      }),
    },
  };
}
