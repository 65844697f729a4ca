import { batch, signal } from "@preact/signals";
import { decodePulse, type Pulse } from "../../shared/session/pulse.ts";
import type { ClassView } from "../../shared/session/view.ts";
import type { CommandAnswer, OwnSynapse, Refusal, TapFeedback, Welcome } from "../../shared/wire/answers.ts";
import type { GazeMessage, JoinOptions } from "../../shared/wire/messages.ts";
import type { ClassState } from "../../shared/wire/state.ts";
import type { Classroom, Questions, SharedView } from "./classroom.ts";
import { type ClassRoom, Connection } from "./connection.ts";
import { readShared } from "./shared-view.ts";
import { remoteStore, seatStore } from "./stores.ts";

/** How long a host's command waits for a lost connection to return, ms. */
const COMMAND_PATIENCE_MS = 3000;
/** Pulses kept for the scene: more than its past and future together. */
const PULSES_KEPT = 120;

const UNREACHABLE: CommandAnswer = { ok: false, reason: "unreachable" };

/** As what a page enters: with a host's or a stage's key, or as a student. */
export type Entry = Pick<JoinOptions, "hostKey" | "stageKey" | "remoteKey" | "pairing"> | Student;
/** A student, for the first time perhaps by a card. */
type Student = { readonly student: { readonly card?: string | undefined } };

/**
 * Enters a live class and stays: it comes back by itself after a lost connection, to the same seat, until the class
 * ends or the server says no.
 * @param viewOf reads the stage's part, which no phone receives
 */
export function enterClass(code: string, entry: Entry, viewOf?: (state: ClassState) => ClassView): Classroom {
  let as = entry;
  const directed = signal<GazeMessage | undefined>(undefined);
  const shared = signal<SharedView | undefined>(undefined);
  const welcome = signal<Welcome | undefined>(undefined);
  const waiting = signal<number | undefined>(undefined);
  const feedback = signal<TapFeedback | undefined>(undefined);
  const synapse = signal<OwnSynapse | undefined>(undefined);
  const view = signal<ClassView | undefined>(undefined);
  let pulses: Pulse[] = [];
  let classId: string | undefined;
  let seq = 0;
  /** The last tap that the room answered. */
  let answered = 0;

  const connection = new Connection({
    code,
    options,
    entered: listen,
    lost() {
      // What was on its way when the connection went is not sent again: its moment is over.
      if (seq > answered) feedback.value = { seq, fate: "lost" };
    },
  });
  const { status, refusal, time } = connection;

  function options(): JoinOptions {
    if (!("student" in as)) return as;
    const seatKey = localStorage.getItem(seatStore(code));
    // A seat that this phone has goes before a card, which somebody else may then use.
    return seatKey ? { seatKey } : as.student;
  }

  function listen(room: ClassRoom): void {
    pulses = [];
    room.onStateChange((state) => receive(state));
    room.onMessage("welcome", (message: Welcome) => {
      if (message.seatKey) localStorage.setItem(seatStore(code), message.seatKey);
      // The server counts a seat's taps from the connection's start.
      seq = 0;
      answered = 0;
      welcome.value = message;
    });
    room.onMessage("waiting", (name: number) => {
      waiting.value = name;
    });
    room.onMessage("name", (own: Partial<Welcome>) => {
      if (welcome.value) welcome.value = { ...welcome.value, ...own };
    });
    room.onMessage("classId", (id: string) => {
      classId = id || undefined;
    });
    room.onMessage("remoteKey", (remoteKey: string) => {
      // The code on the wall serves once.
      as = { remoteKey };
      localStorage.setItem(remoteStore(code), remoteKey);
    });
    room.onMessage("gaze", (gaze: GazeMessage) => {
      directed.value = gaze;
    });
    room.onMessage("tap", (message: TapFeedback) => {
      answered = message.seq;
      batch(() => {
        feedback.value = message;
        if (message.synapse) synapse.value = message.synapse;
      });
    });
    room.onMessage("synapse", (message: OwnSynapse) => {
      synapse.value = message;
    });
    room.onMessage("refused", (reason: Refusal) => {
      refusal.value = reason;
    });
    room.onMessage("pulse", (bytes: Uint8Array) => {
      pulses.push(decodePulse(bytes));
      if (pulses.length > PULSES_KEPT) pulses = pulses.slice(-PULSES_KEPT);
    });
  }

  function receive(state: ClassState): void {
    const next = readShared(state);
    batch(() => {
      if (JSON.stringify(next) !== JSON.stringify(shared.value)) shared.value = next;
      if (viewOf && state.stage) view.value = viewOf(state);
      connection.seen(next.phase === "ended");
    });
  }

  // Without a key a stage would be let in as one more student.
  if (Object.keys(as).length === 0) connection.finish("refused", "not-allowed");
  else void connection.connect();
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
      const { room } = connection;
      if (room && time.known) room.send("tap", { seq, at: Math.max(0, Math.round(time.at(stamp))) });
      else feedback.value = { seq, fate: "lost" };
    },
    async command(command): Promise<CommandAnswer> {
      try {
        // A command names the turn it was meant for, so it may wait for a connection that is coming back.
        const patience = performance.now() + COMMAND_PATIENCE_MS;
        while (!connection.room && !connection.left && performance.now() < patience) {
          await new Promise((go) => setTimeout(go, 50));
        }
        if (!connection.room) return UNREACHABLE;
        return await connection.room.request<unknown, CommandAnswer>("command", command);
      } catch {
        return UNREACHABLE;
      }
    },
    async ask<K extends keyof Questions>(kind: K, message?: object): Promise<Questions[K] | undefined> {
      return connection.room?.request<unknown, Questions[K]>(kind, message).catch(() => undefined);
    },
    direct: (gaze) => connection.room?.send("gaze", gaze),
    directed,
    leave: () => connection.leave(),
  };
}
