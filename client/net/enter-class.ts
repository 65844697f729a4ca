import { batch, signal } from "@preact/signals";
import { Client, type Room } from "colyseus.js";
import { MODES } from "../../shared/lesson/mode.ts";
import { BEHIND, PHASES } from "../../shared/session/events.ts";
import { decodePulse, type Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type {
  ClockAnswer,
  CommandAnswer,
  OwnSynapse,
  Refusal,
  TapFeedback,
  Welcome,
} from "../../shared/wire/answers.ts";
import { readBallot } from "../../shared/wire/ballot.ts";
import { CLOCK_PING_EVERY_MS, CLOCK_PINGS } from "../../shared/wire/limits.ts";
import type { GazeMessage, JoinOptions } from "../../shared/wire/messages.ts";
import type { ClassState } from "../../shared/wire/state.ts";
import { TROUBLES } from "../../shared/wire/trouble.ts";
import type { Classroom, Questions, SharedView, Status } from "./classroom.ts";
import { RoomTime } from "./clock.ts";
import { remoteStore, seatStore } from "./stores.ts";

/** Close codes of the server (server/classroom/close-codes.ts) after which nobody tries again. */
const FINAL: Record<number, Refusal> = {
  4100: "taken-over",
  4101: "ended",
  4102: "malformed",
  4104: "removed",
  4105: "locked",
  4106: "not-allowed",
};
/** Refusals that another try cannot change. */
const HOPELESS: readonly string[] = [
  "no-such-class",
  "full",
  "locked",
  "removed",
  "not-allowed",
  "malformed",
  "ended",
] satisfies Refusal[];
/** Colyseus's answers for a room that does not exist, is locked or gone. */
const NO_ROOM = [520, 521, 522, 523, 525];
/** A ping that is not answered within this has no connection left, whatever the socket says, ms. */
const SILENCE_MS = 4000;
/** How long a try to get in may take, ms; even a trickle of a network needs less. */
const JOIN_PATIENCE_MS = 25_000;
/** A try that takes longer makes us ask what stands in the way, and wait for the answer, ms: told within eight seconds. */
const DOUBT_MS = 5500;
const DOUBT_ANSWER_MS = 2000;
/** How long a host's command waits for a lost connection to return, ms. */
const COMMAND_PATIENCE_MS = 3000;
const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 3000;
/** Pulses kept for the scene: more than its past and future together. */
const PULSES_KEPT = 120;

const UNREACHABLE: CommandAnswer = { ok: false, reason: "unreachable" };

/** As what a page enters: with a host's or a stage's key, or as a student. */
export type Entry = Pick<JoinOptions, "hostKey" | "stageKey" | "remoteKey" | "pairing"> | "student";

/**
 * Enters a live class and stays: it comes back by itself after a lost connection, to the same seat, until the class
 * ends or the server says no.
 * @param viewOf reads the stage's part, which no phone receives
 */
export function enterClass(code: string, entry: Entry, viewOf?: (state: ClassState) => ClassView): Classroom {
  let as = entry;
  const directed = signal<GazeMessage | undefined>(undefined);
  const status = signal<Status>("connecting");
  const refusal = signal<Refusal | undefined>(undefined);
  const shared = signal<SharedView | undefined>(undefined);
  const welcome = signal<Welcome | undefined>(undefined);
  const waiting = signal<number | undefined>(undefined);
  const feedback = signal<TapFeedback | undefined>(undefined);
  const synapse = signal<OwnSynapse | undefined>(undefined);
  const view = signal<ClassView | undefined>(undefined);
  const time = new RoomTime();
  const client = new Client(location.origin);
  let pulses: Pulse[] = [];
  let room: Room<unknown, ClassState> | undefined;
  let classId: string | undefined;
  let seq = 0;
  /** The last tap that the room answered. */
  let answered = 0;
  let retry = FIRST_RETRY_MS;
  let left = false;
  let heard = 0;
  let joining = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const later = (ms: number, action: () => void): void => void timers.push(setTimeout(action, ms));

  async function connect(): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    joining = true;
    let late = false;
    later(DOUBT_MS, () => joining && void doubt());
    try {
      const joined = client.joinById<ClassState>(code, options());
      void joined.then(
        (entered) => void (late && entered.leave()),
        () => {},
      );
      const patience = new Promise<never>((_, giveUp) => later(JOIN_PATIENCE_MS, () => giveUp({})));
      const entered = await Promise.race([joined, patience]);
      if (left) return void entered.leave();
      listen(entered);
    } catch (error) {
      late = true;
      const reason = refusalOf(error);
      if (HOPELESS.includes(reason)) {
        // A class that we have been in and that is gone has ended.
        const over = reason === "no-such-class" && shared.value !== undefined;
        finish(over ? "ended" : "refused", over ? "ended" : reason);
      } else {
        if (!shared.value) void doubt(reason);
        tryAgain();
      }
    } finally {
      joining = false;
    }
  }

  /** Somebody who never got in is told what stands in the way: no server at all, or only no WebSocket. */
  async function doubt(reason: Refusal = "unreachable"): Promise<void> {
    const answered = await fetch(`/api/classes/${code}`, { signal: AbortSignal.timeout(DOUBT_ANSWER_MS) })
      .then(({ ok }) => ok)
      .catch(() => false);
    if (!shared.value) refusal.value = answered ? "blocked" : reason;
  }

  /** The phone woke up, or its network is back: no reason to wait for the next try, or for a ping to be missed. */
  function wake(): void {
    if (document.hidden || left || status.value === "ended" || status.value === "refused") return;
    if (room) watch(room);
    else if (!joining) {
      retry = FIRST_RETRY_MS;
      void connect();
    }
  }

  function options(): JoinOptions {
    if (as !== "student") return as;
    const seatKey = localStorage.getItem(seatStore(code));
    return seatKey ? { seatKey } : {};
  }

  function tryAgain(): void {
    if (left) return;
    if (status.value === "live") status.value = "reconnecting";
    later(retry, () => void connect());
    retry = Math.min(LAST_RETRY_MS, retry * 1.6);
  }

  function finish(end: "ended" | "refused", reason: Refusal): void {
    for (const timer of timers) clearTimeout(timer);
    batch(() => {
      refusal.value = reason;
      status.value = end;
    });
  }

  function listen(entered: Room<unknown, ClassState>): void {
    room = entered;
    // The SDK's own reconnection gives up and forgets keys; ours is above.
    entered.reconnection.enabled = false;
    retry = FIRST_RETRY_MS;
    heard = performance.now();
    pulses = [];
    time.reset();
    entered.onStateChange((state) => receive(state));
    entered.onMessage("welcome", (message: Welcome) => {
      if (message.seatKey) localStorage.setItem(seatStore(code), message.seatKey);
      // The server counts a seat's taps from the connection's start.
      seq = 0;
      answered = 0;
      welcome.value = message;
    });
    entered.onMessage("waiting", (name: number) => {
      waiting.value = name;
    });
    entered.onMessage("name", (own: Partial<Welcome>) => {
      if (welcome.value) welcome.value = { ...welcome.value, ...own };
    });
    entered.onMessage("classId", (id: string) => {
      classId = id || undefined;
    });
    entered.onMessage("remoteKey", (remoteKey: string) => {
      // The code on the wall serves once.
      as = { remoteKey };
      localStorage.setItem(remoteStore(code), remoteKey);
    });
    entered.onMessage("gaze", (gaze: GazeMessage) => {
      directed.value = gaze;
    });
    entered.onMessage("tap", (message: TapFeedback) => {
      answered = message.seq;
      batch(() => {
        feedback.value = message;
        if (message.synapse) synapse.value = message.synapse;
      });
    });
    entered.onMessage("synapse", (message: OwnSynapse) => {
      synapse.value = message;
    });
    entered.onMessage("refused", (reason: Refusal) => {
      refusal.value = reason;
    });
    entered.onMessage("clock", ([sent, roomNow]: ClockAnswer) => {
      heard = performance.now();
      time.sample(sent, roomNow, heard);
    });
    entered.onMessage("pulse", (bytes: Uint8Array) => {
      pulses.push(decodePulse(bytes));
      if (pulses.length > PULSES_KEPT) pulses = pulses.slice(-PULSES_KEPT);
    });
    entered.onLeave((closeCode) => {
      if (room !== entered) return;
      room = undefined;
      // What was on its way when the connection went is not sent again: its moment is over.
      if (seq > answered) feedback.value = { seq, fate: "lost" };
      const reason = FINAL[closeCode];
      // Whoever saw the end has no reason to come back.
      if (status.value === "ended") return;
      if (left || reason) finish(reason && reason !== "ended" ? "refused" : "ended", reason ?? "ended");
      else tryAgain();
    });
    for (let i = 0; i < CLOCK_PINGS; i++) later(i * 70, () => ping(entered));
    keepPinging(entered);
  }

  function ping(to: Room<unknown, ClassState>): void {
    if (room !== to) return;
    const now = performance.now();
    time.settle(now);
    to.send("clock", { sent: now });
  }

  function keepPinging(to: Room<unknown, ClassState>): void {
    later(CLOCK_PING_EVERY_MS, () => {
      if (room !== to) return;
      watch(to);
      keepPinging(to);
    });
  }

  /** Asks the room, and gives up the connection if no answer comes: a socket can be dead without knowing it. */
  function watch(to: Room<unknown, ClassState>): void {
    const asked = performance.now();
    ping(to);
    // Whether this ping was answered, however late the timer itself comes on a busy page.
    later(SILENCE_MS, () => {
      if (room === to && heard < asked) to.connection.close(4010);
    });
  }

  function receive(state: ClassState): void {
    const next: SharedView = {
      phase: PHASES[state.phase]!,
      paused: state.paused,
      round: state.round,
      behind: BEHIND[state.behind]!,
      turn: state.turn,
      beatZero: state.beatZero,
      seats: state.seats,
      lapseMinutes: state.lapseMinutes,
      lapseOf: state.lapseOf,
      asked: state.asked,
      met: state.met,
      ballot: readBallot(state.ballot),
      mode: MODES[state.mode] ?? "standard",
      milestones: state.story.length / 2,
      milestone: state.story.slice(-2),
      recording: state.recording,
      trouble: TROUBLES[state.trouble] ?? "none",
      delay: state.delay,
    };
    batch(() => {
      if (JSON.stringify(next) !== JSON.stringify(shared.value)) shared.value = next;
      if (viewOf && state.stage) view.value = viewOf(state);
      refusal.value = undefined;
      status.value = next.phase === "ended" ? "ended" : "live";
    });
  }

  // Without a key a stage would be let in as one more student.
  if (as !== "student" && Object.keys(as).length === 0) finish("refused", "not-allowed");
  else void connect();
  document.addEventListener("visibilitychange", wake);
  for (const event of ["online", "pageshow"] as const) addEventListener(event, wake);
  return {
    status,
    refusal,
    shared,
    welcome,
    waiting,
    feedback,
    synapse,
    view,
    pulses: () => pulses,
    get classId() {
      return classId;
    },
    now: () => time.at(performance.now()),
    tap(stamp) {
      seq++;
      if (room && time.known) room.send("tap", { seq, at: Math.max(0, Math.round(time.at(stamp))) });
      else feedback.value = { seq, fate: "lost" };
    },
    async command(command): Promise<CommandAnswer> {
      try {
        // A command names the turn it was meant for, so it may wait for a connection that is coming back.
        const patience = performance.now() + COMMAND_PATIENCE_MS;
        while (!room && !left && performance.now() < patience) await new Promise((go) => setTimeout(go, 50));
        if (!room) return UNREACHABLE;
        return await room.request<unknown, CommandAnswer>("command", command);
      } catch {
        return UNREACHABLE;
      }
    },
    async ask<K extends keyof Questions>(kind: K, message?: object): Promise<Questions[K] | undefined> {
      return room?.request<unknown, Questions[K]>(kind, message).catch(() => undefined);
    },
    direct: (gaze) => room?.send("gaze", gaze),
    directed,
    leave() {
      left = true;
      for (const timer of timers) clearTimeout(timer);
      room?.leave();
    },
  };
}

/** What went wrong with a join, as one of our own reasons. */
function refusalOf(error: unknown): Refusal {
  const { code, message } = error as { code?: number; message?: string };
  if (message && HOPELESS.includes(message)) return message as Refusal;
  return code !== undefined && NO_ROOM.includes(code) ? "no-such-class" : "unreachable";
}
