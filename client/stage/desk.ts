import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Step } from "../../shared/lesson/lesson.ts";
import type { Mode } from "../../shared/lesson/mode.ts";
import type { Round } from "../../shared/lesson/round.ts";
import type { DrugId } from "../../shared/model/drugs.ts";
import type { ModuleId } from "../../shared/model/modules.ts";
import type { PathwayId } from "../../shared/model/pathways.ts";
import type { Modulator } from "../../shared/session/events.ts";
import type { Stimulation } from "../../shared/session/stimulation.ts";
import type { Refusal } from "../../shared/wire/answers.ts";
import type { Classroom } from "../net/classroom.ts";
import { nextRound } from "./figures.ts";

/** A reason stays on the stage's bar this long, ms. */
const PROBLEM_MS = 6000;

/** What the teacher can do from the bar, the keyboard or a clicker; each names the turn that the teacher was looking at. */
export interface Desk {
  /** Why the last command was refused; disappears by itself. */
  readonly problem: ReadonlySignal<Refusal | undefined>;
  /** What "start" begins, a round of the script or a step of the lesson: the next one, unless the teacher chose another. */
  readonly round: ReadonlySignal<number>;
  /** Whether a round may start now. */
  readonly idle: ReadonlySignal<boolean>;
  /** Whether a round or lapse runs, paused or not. */
  readonly running: ReadonlySignal<boolean>;
  choose(round: number): void;
  /** Follows a lesson from now on; no steps: a free choice of rounds. */
  takeUp(steps: readonly Step[]): Promise<boolean>;
  /** How fast the class plays from the next round on. */
  setMode(mode: Mode): Promise<boolean>;
  /** Begins what is chosen; a question that is open is closed first. */
  start(): Promise<unknown>;
  /** Pauses, or goes on. */
  togglePause(): Promise<unknown>;
  next(): Promise<unknown>;
  /** Sends a student away, or lets them back in; gives a seat another name; turns newcomers away. */
  remove(seat: number, removed: boolean): Promise<unknown>;
  rename(seat: number): Promise<unknown>;
  lock(on: boolean): Promise<boolean>;
  /** Whether newcomers wait for a yes; lets one who waits in, or not; sends those away who came at once; ends a remote. */
  approve(on: boolean): Promise<boolean>;
  admit(id: number, letIn: boolean): Promise<unknown>;
  undoBurst(): Promise<unknown>;
  /** Lets students choose their names. */
  freeNames(on: boolean): Promise<boolean>;
  revoke(id: number): Promise<unknown>;
  /** Lets a class go on in which something went wrong. */
  retry(): Promise<unknown>;
  /** Whether newcomers need a card; makes what is left of the printed ones worthless; keys for a new sheet. */
  cardsOnly(on: boolean): Promise<boolean>;
  voidCards(): Promise<unknown>;
  issueCards(count: number): Promise<readonly string[] | undefined>;
  /** Takes back what was begun last. */
  back(): Promise<unknown>;
  end(): Promise<unknown>;
  setBots(count: number, jitterMs: number): Promise<unknown>;
  /** Begins or ends a drug; switches a mechanism; gives a pulse. These and what follows answer whether it was done. */
  give(drug: DrugId, on: boolean): Promise<boolean>;
  switchModule(module: ModuleId, on: boolean): Promise<boolean>;
  modulate(modulator: Modulator): Promise<boolean>;
  /** Between rounds: another region, time that passes (s), the electrode. */
  moveTo(pathway: PathwayId): Promise<boolean>;
  letPass(seconds: number): Promise<boolean>;
  stimulate(stimulation: Stimulation): Promise<boolean>;
}

export function openDesk(classroom: Classroom, script: readonly Round[]): Desk {
  const problem = signal<Refusal | undefined>(undefined);
  /** The teacher's choice, for as long as the class stands between the same two rounds. */
  const chosen = signal<{ round: number; after: number } | undefined>(undefined);
  const phase = computed(() => classroom.shared.value?.phase);
  const round = computed(() => {
    const view = classroom.view.value;
    if (!view) return 0;
    if (chosen.value?.after === view.turn) return chosen.value.round;
    const { lesson } = view;
    return lesson ? Math.min(lesson.at + 1, lesson.steps.length - 1) : nextRound(view, script);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(command: Parameters<Classroom["command"]>[0]): Promise<boolean> {
    const answer = await classroom.command(command);
    clearTimeout(timer);
    problem.value = answer.ok ? undefined : answer.reason;
    if (!answer.ok) {
      timer = setTimeout(() => {
        problem.value = undefined;
      }, PROBLEM_MS);
    }
    return answer.ok;
  }

  const turn = (): number => classroom.shared.value?.turn ?? 0;
  const idle = computed(() => phase.value === "lobby" || phase.value === "between" || phase.value === "bet");
  const running = computed(() => phase.value === "round" || phase.value === "lapse" || phase.value === "stimulation");
  return {
    problem,
    round,
    idle,
    running,
    choose(index) {
      chosen.value = { round: index, after: turn() };
    },
    setMode: (mode) => send({ kind: "mode", turn: turn(), mode }),
    takeUp: (steps) => send({ kind: "lesson", turn: turn(), steps: [...steps] }),
    start() {
      if (phase.value === "bet") return send({ kind: "next", turn: turn() });
      const lesson = classroom.view.value?.lesson;
      return send(
        lesson ? { kind: "step", turn: turn(), to: round.value } : { kind: "start", turn: turn(), round: round.value },
      );
    },
    togglePause: () => send({ kind: classroom.shared.value?.paused ? "resume" : "pause", turn: turn() }),
    next: () => send({ kind: "next", turn: turn() }),
    remove: (seat, removed) => send({ kind: "remove", seat, removed }),
    rename: (seat) => send({ kind: "rename", seat }),
    lock: (on) => send({ kind: "lock", on }),
    approve: (on) => send({ kind: "approve", on }),
    admit: (id, letIn) => send({ kind: "admit", id, letIn }),
    undoBurst: () => send({ kind: "undo-burst" }),
    freeNames: (on) => send({ kind: "free-names", on }),
    revoke: (id) => send({ kind: "revoke", id }),
    retry: () => send({ kind: "retry" }),
    cardsOnly: (on) => send({ kind: "cards-only", on }),
    voidCards: () => send({ kind: "void-cards" }),
    issueCards: async (count) => (await classroom.ask("cards", { count })) ?? undefined,
    back: () => send({ kind: "back", turn: turn() }),
    end: () => send({ kind: "end", turn: turn() }),
    setBots: (count, jitterMs) => send({ kind: "bots", count, jitterMs }),
    give: (drug, on) => send({ kind: "drug", drug, on }),
    switchModule: (module, on) => send({ kind: "module", module, on }),
    modulate: (modulator) => send({ kind: "modulate", modulator }),
    moveTo: (pathway) => send({ kind: "pathway", turn: turn(), pathway }),
    letPass: (seconds) => send({ kind: "lapse", turn: turn(), seconds }),
    stimulate: ({ trains, clamp, forced, pace }) =>
      send({
        kind: "stimulate",
        turn: turn(),
        stimulation: { trains: [...trains], clamp, forced: forced && [...forced], pace },
      }),
  };
}
