import { NAMES } from "../../shared/lesson/names.ts";
import { partOf, type Round } from "../../shared/lesson/round.ts";
import type { RoundTexts } from "../../shared/locales/lesson/lesson-texts.ts";
import { groupOf, type Phase } from "../../shared/session/events.ts";
import type { Refusal, TapFeedback, Welcome } from "../../shared/wire/answers.ts";
import type { SharedBallot } from "../../shared/wire/ballot.ts";
import type { SharedView, Status } from "../net/classroom.ts";
import { ballotWords } from "../ui/ballot-words.ts";
import { duration, passed } from "../ui/duration.ts";
import { lessonTexts, roundTexts } from "../ui/lesson-locale.ts";
import { fill, language, texts } from "../ui/locale.ts";
import { RECEPTORS_AT_REST } from "./rest.ts";

/** What the projector shows, in words. */
export interface Telling {
  readonly title: string;
  readonly line: string;
}

export const nameOf = (welcome: Pick<Welcome, "name" | "called"> | undefined): string =>
  welcome?.called || ((welcome && NAMES[welcome.name]?.[language.value]) ?? "…");

interface Known<T> {
  readonly value: T;
}

/** As much of a neuron as its words need: of a live one, or of one in a replay. */
export interface Told {
  readonly phase: Known<Phase | undefined>;
  readonly round: Known<Round | undefined>;
  readonly asked: Known<boolean>;
  readonly answer: Known<TapFeedback | undefined>;
  readonly bet: Known<{ readonly due: number; readonly option: number } | undefined>;
  readonly classroom: {
    readonly status: Known<Status>;
    readonly refusal: Known<Refusal | undefined>;
    readonly welcome: Known<Pick<Welcome, "seat" | "name" | "called"> | undefined>;
    readonly waiting: Known<number | undefined>;
    readonly synapse: Known<{ readonly receptors: number } | undefined>;
    readonly shared: Known<
      Pick<SharedView, "ballot" | "paused" | "trouble" | "behind" | "lapseMinutes" | "lapseOf" | "met"> | undefined
    >;
  };
}

/** Where the class is and what this student is asked to do. */
export function telling(neuron: Told): Telling {
  const { classroom, phase, round, asked } = neuron;
  const { phone, reasons } = texts();
  const { shared, welcome, waiting, status, refusal } = classroom;
  if (status.value === "ended") {
    return { title: fill(phone.ended.title, { name: nameOf(welcome.value) }), line: phone.ended.line };
  }
  if (!shared.value || !welcome.value) {
    const name = waiting.value;
    if (shared.value && name !== undefined) {
      return { title: phone.waiting.title, line: fill(phone.waiting.line, { name: nameOf({ name }) }) };
    }
    return refusal.value
      ? { title: phone.joining.title, line: fill(reasons[refusal.value], { host: location.host }) }
      : phone.joining;
  }
  const { trouble } = shared.value;
  if (trouble !== "none") {
    return { title: phone.trouble.title, line: trouble === "unled" ? phone.trouble.unled : phone.trouble.line };
  }
  if (phase.value === "stimulation") return { title: phone.after.title, line: phone.stimulation };
  const { ballot } = shared.value;
  if (ballot?.current && (ballot.open || ((ballot.item || ballot.outcome < 0) && phase.value === "between")))
    return ballotTelling(ballot);
  const words = round.value && roundTexts(round.value.id);
  if (!words || phase.value === "lobby") return phone.lobby;
  if (shared.value.paused) return phone.paused;
  switch (phase.value) {
    case "round": {
      const { seat } = welcome.value;
      if (asked.value)
        return { title: words.title, line: words.roles?.[partOf(round.value, seat)] ?? words.instruction };
      const others = round.value?.parts ? Object.keys(round.value.parts).join(", ") : groupOf(seat + 1);
      return { title: words.title, line: words.watch ?? fill(phone.watch, { group: others }) };
    }
    case "lapse":
      return {
        title: phone.lapse.title,
        line: fill(shared.value.behind === "lapse" ? phone.lapse.long : phone.lapse.line, {
          passed: passed(shared.value.lapseMinutes, shared.value.lapseOf),
          of: duration(shared.value.lapseOf),
        }),
      };
    default:
      if (shared.value.behind !== "round") {
        return { title: phone.after.title, line: `${verdict(neuron)} ${phone.after[shared.value.behind]}` };
      }
      return {
        title: fill(phone.between, { title: words.title }),
        line: `${verdict(neuron)} ${outcome(neuron, words)}`,
      };
  }
}

/** What came of a round, to whoever took part: what the class did, or what became of the own synapse. */
function outcome({ classroom, round, asked }: Told, { happened, missed }: RoundTexts): string {
  if (round.value?.pictures) return classroom.shared.value?.met === 2 ? missed : happened;
  return grew(round.value, asked.value, classroom.synapse.value?.receptors) ? happened : texts().phone.unmoved;
}

/** Whether a student who was asked to tap for growth has anything to show for it. */
function grew(round: Round | undefined, asked: boolean, receptors: number | undefined): boolean {
  return !round?.guided || round.classContacts === 0 || !asked || (receptors ?? 0) > RECEPTORS_AT_REST;
}

/** Whether it came as this phone had bet; nothing for whoever did not, and nothing before it is known. */
function verdict({ classroom, bet }: Told): string {
  const ballot = classroom.shared.value?.ballot;
  const texts = lessonTexts()?.ballot;
  if (!ballot || !texts || ballot.bet === null || ballot.outcome < 0 || bet.value?.due !== ballot.due) return "";
  return bet.value.option === ballot.outcome ? texts.right : texts.other;
}

function ballotTelling(ballot: SharedBallot): Telling {
  const texts = lessonTexts();
  const words = ballotWords(ballot);
  const right = words?.options[ballot.item ? ballot.outcome : -1];
  if (right && texts) return { title: words!.question, line: fill(texts.check.answer, { option: right }) };
  return { title: words?.question ?? "", line: (ballot.open ? texts?.ballot.choose : texts?.ballot.closed) ?? "" };
}

/** What became of a tap, in words. */
export interface TapWords {
  readonly main: string;
  readonly more: string;
  /** Colours the words: it worked, or it did not count. Never blame. */
  readonly tone: "good" | "plain" | "off";
}

/** Touch screens look for fingers every 8 to 16 ms: a smaller offset is the screen's, not the student's. */
const ON_THE_BEAT_MS = 10;
/** A tap this near its beat still meets the others' at the cell, biological ms. */
const IN_TIME_MS = 31;
/** The calcium of a tap at which its synapse grows, percent of the LTP threshold. */
const GROWS = 100;

/** Undefined before the first tap. */
export function tapWords({
  phase,
  round,
  asked,
  answer,
}: Pick<Told, "phase" | "round" | "asked" | "answer">): TapWords | undefined {
  const { phone } = texts();
  const tap = answer.value;
  if (!tap) return undefined;
  switch (tap.fate) {
    case "lost":
      return { main: phone.lostPacket, more: phone.lostPacketLine, tone: "off" };
    case "too-fast":
      return { main: phone.tooFast, more: phone.tooFastLine, tone: "off" };
    case "resting":
      if (phase.value !== "round") return { main: phone.restingLobby, more: phone.restingLobbyLine, tone: "plain" };
      if (asked.value) {
        return { main: phone.restingPause, more: phone.restingPauseLine, tone: "off" };
      }
      return { main: phone.restingWatch, more: phone.restingWatchLine, tone: "plain" };
    case "fired": {
      const connected = (round.value?.classContacts ?? 0) > 0;
      const { early, spiked = false, calcium = 0 } = tap;
      return {
        main: early === undefined ? phone.freely : offBeat(early),
        more: connected
          ? answerOfCell(spiked, calcium)
          : ((round.value && roundTexts(round.value.id).tapped) ?? phone.practice),
        tone: early !== undefined && Math.abs(early) <= IN_TIME_MS * (round.value?.slowMotion ?? 1) ? "good" : "plain",
      };
    }
  }
}

function offBeat(early: number): string {
  const { phone } = texts();
  const ms = Math.abs(Math.round(early));
  if (ms <= ON_THE_BEAT_MS) return phone.onBeat;
  return fill(early < 0 ? phone.early : phone.late, { ms });
}

function answerOfCell(spiked: boolean, calcium: number): string {
  const { phone } = texts();
  const grows = calcium >= GROWS ? phone.grows : fill(phone.calcium, { percent: Math.round(calcium) });
  return `${spiked ? phone.cellFired : phone.cellSilent} · ${grows}`;
}
