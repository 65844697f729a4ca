import type { Step } from "../lesson/lesson.ts";
import { MODES, type Mode } from "../lesson/mode.ts";
import type { PartId, Round } from "../lesson/round.ts";
import { type Cell, createCell, restoreCell, saveCell, setContacts, setParameters } from "../model/cell.ts";
import { parametersUnder } from "../model/conditions.ts";
import { DRUGS } from "../model/drugs.ts";
import { hashCell } from "../model/fingerprint.ts";
import { MODULES } from "../model/modules.ts";
import { known, toggled } from "../model/names.ts";
import { asItWas, BEGINNINGS, MOST_BACK } from "./back.ts";
import { type Checkpoint, copyOf } from "./checkpoint.ts";
import { modulate, moveTo, putUnder } from "./conditions.ts";
import { asks, atRest, type Core, contactsOfNewcomer, enter, roundOf, type Slowed, seatOf } from "./core.ts";
import { beginStimulation, endStimulation, stepStimulation } from "./electrode.ts";
import { MAX_SEATS, type SessionEvent, TICK_MS } from "./events.ts";
import type { SessionHeader } from "./header.ts";
import { beginLapse, passLapse } from "./lapse.ts";
import { answer, closeBallot, goTo, settle, takeUp } from "./lesson.ts";
import { meanStrength } from "./measures.ts";
import type { Pulse } from "./pulse.ts";
import { PulseRecorder } from "./pulse-recorder.ts";
import { endRound, judge, startRound, stepRound, tap } from "./rounds.ts";
import { join, rename, setConnected, setLocked, setRemoved } from "./seats.ts";
import { initialState, type SessionState } from "./state.ts";
import { durationOf } from "./stimulation.ts";
import { watch } from "./story.ts";
import { COUNT_IN_TICKS, LAPSE_TICKS } from "./timing.ts";

/** Phases in which the model's time runs. */
const MOVING: ReadonlySet<SessionState["phase"]> = new Set(["round", "lapse", "stimulation"]);

/** How a laboratory's session, or an imagined one, is unlike a class's. */
interface Special {
  readonly seats?: number;
  readonly expressionLag?: boolean;
  readonly slowed?: Slowed | undefined;
}

/**
 * A class, start to end: the shared cell, the lesson and the roster, as one deterministic reducer. It reads no clock,
 * no network and no randomness: `apply` takes what happened before a tick, `step` runs the tick. The same class is the
 * authority in the room, the player of a replay, the engine of a what-if and the subject of the tests.
 *
 * Within a tick events that are not taps apply in the order they were accepted; taps have instants of their own
 * (model steps), so their order does not matter.
 */
export class Session implements Core {
  readonly header: SessionHeader;
  readonly cell: Cell;
  readonly recorder: PulseRecorder;
  state: SessionState = initialState();
  pulse: Pulse | undefined;
  readonly slowed: Slowed | undefined;
  /** The exact state before a tick, if whoever runs this session has kept it. */
  earlier: (tick: number) => Checkpoint | undefined = () => undefined;
  #back: readonly Checkpoint[] = [];

  /** @param special a cell with just these seats, transmission that may follow the weight at once, another slow motion */
  constructor(header: SessionHeader, special: Special = {}) {
    this.header = header;
    const { seats = MAX_SEATS, expressionLag = true, slowed } = special;
    this.slowed = slowed;
    this.cell = createCell(header.parameters, seats, { seed: header.seed, expressionLag });
    this.recorder = new PulseRecorder(this.cell);
  }

  /** The round that runs, or ran last. */
  get round(): Round | undefined {
    return roundOf(this);
  }

  /** Whether the model's time runs in the coming tick. */
  get running(): boolean {
    return MOVING.has(this.state.phase) && !this.state.paused;
  }

  /** Share of the running lapse or stimulation that has passed, 0 … 1. */
  get progress(): number {
    const { phase, ran, stimulation } = this.state;
    if (phase === "lapse") return ran / LAPSE_TICKS;
    return phase === "stimulation" && stimulation ? (ran * stimulation.pace) / durationOf(stimulation) : 0;
  }

  /**
   * Applies what happened before the coming tick.
   * @returns whether it changed anything: a tap in a pause, or a second "end", does not
   * @throws RangeError for a seat, round or condition that does not exist; the state is then unchanged
   */
  apply(event: SessionEvent): boolean {
    if (!BEGINNINGS.has(event.kind) || !atRest(this)) return this.#apply(event);
    const before = { state: copyOf(this.state), cell: saveCell(this.cell) };
    const begun = this.#apply(event);
    if (begun) this.#back = [...this.#back, before].slice(-MOST_BACK);
    return begun;
  }

  #apply(event: SessionEvent): boolean {
    const { state } = this;
    const { conditions } = state;
    switch (event.kind) {
      case "join":
        return join(this, event.seat, event.name, event.bot);
      case "leave":
      case "return":
        return setConnected(this, event.seat, event.kind === "return");
      case "remove":
        return setRemoved(this, event.seat, event.removed);
      case "rename":
        return rename(this, event.seat, event.name);
      case "lock":
        return setLocked(this, event.on);
      case "tap":
        return tap(this, event.seat, event.offset);
      case "bias":
        seatOf(this, event.seat).bias = event.ms;
        return true;
      case "bots":
        state.bots = { count: event.count, jitterMs: event.jitterMs };
        return true;
      case "start":
        return startRound(this, event.round);
      case "pause":
        return this.#pause(true);
      case "resume":
        return this.#pause(false);
      case "next":
        return this.#cutShort();
      case "drug": {
        const drug = known("drug", event.drug, DRUGS);
        return putUnder(this, { ...conditions, drugs: toggled(DRUGS, conditions.drugs, drug, event.on) });
      }
      case "module": {
        const module = known("module", event.module, MODULES);
        return putUnder(this, { ...conditions, modules: toggled(MODULES, conditions.modules, module, event.on) });
      }
      case "pathway":
        return atRest(this) && moveTo(this, { ...conditions, pathway: event.pathway });
      case "lapse":
        return beginLapse(this, event.seconds);
      case "stimulate":
        return beginStimulation(this, event.stimulation);
      case "contacts":
        seatOf(this, event.seat);
        setContacts(this.cell, event.seat, event.contacts);
        return true;
      case "modulate":
        return modulate(this, event.modulator);
      case "lesson":
        return this.#takeUp(event.steps);
      case "step":
        return goTo(this, event.to);
      case "back":
        return this.#goBack();
      case "restore":
        return this.#restoreTo(event.to);
      case "mode":
        return this.#setMode(event.mode);
      case "answer":
        return answer(this, event.seat, event.option);
      case "end":
        if (state.phase === "ended") return false;
        enter(this, "ended");
        return true;
    }
  }

  /** Runs one tick: 40 ms on the wall clock. */
  step(): void {
    this.pulse = undefined;
    const { state } = this;
    if (state.countIn > 0) {
      state.countIn--;
      if (state.countIn === 0) state.paused = false;
    } else if (this.running) {
      const { phase } = state;
      if (phase === "round") stepRound(this);
      else if (phase === "lapse") passLapse(this, state.ran + 1);
      else stepStimulation(this, state.stimulation!);
      this.#afterwards(phase);
    }
    state.tick++;
  }

  /** A checksum of everything that steers what happens next, as eight hexadecimal digits. */
  hash(): string {
    const { plot: _plot, story: _story, met: _met, began: _began, ...steering } = this.state;
    let hash = hashCell(this.cell);
    const text = JSON.stringify(steering);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  }

  save(): Checkpoint {
    return { state: copyOf(this.state), cell: saveCell(this.cell), back: this.#back };
  }

  restore(checkpoint: Checkpoint): void {
    // What is only shown may be missing from a checkpoint of an earlier version.
    this.state = { ...initialState(), ...copyOf(checkpoint.state) };
    setParameters(this.cell, parametersUnder(this.header.parameters, this.state.conditions));
    restoreCell(this.cell, checkpoint.cell);
    this.#back = checkpoint.back ?? [];
    this.pulse = undefined;
  }

  /** Whether there is something to take back. */
  get canGoBack(): boolean {
    return this.#back.length > 0 && atRest(this);
  }

  /** Whether a seat is asked to tap in the round that runs. */
  asks(seat: number): boolean {
    return asks(this, seat);
  }

  /** Session time of the first beat, ms: where it is, or would be if the pause ended with the coming tick. */
  beatZero(): number {
    const { tick, ran, countIn } = this.state;
    return (tick + countIn - ran + COUNT_IN_TICKS) * TICK_MS;
  }

  /** Mean EPSP of a part's synapses, percent of baseline; 100 for a part without seats. */
  meanStrength(part: PartId | "all"): number {
    return meanStrength(this, part);
  }

  /** What a lesson was before is not gone back to once the class follows another. */
  #takeUp(steps: readonly Step[]): boolean {
    const taken = takeUp(this, steps);
    if (taken) this.#back = [];
    return taken;
  }

  /** @throws RangeError with nothing to go back to: a checkpoint that was written down does not know what there was */
  #goBack(): boolean {
    if (!atRest(this)) return false;
    const then = this.#back.at(-1);
    if (!then) throw new RangeError("nothing to go back to");
    this.#beAgain(then, this.#back.slice(0, -1));
    return true;
  }

  /** @throws RangeError for a tick of which no state was kept */
  #restoreTo(tick: number): boolean {
    if (this.state.phase === "ended") return false;
    const then = this.earlier(tick);
    if (!then) throw new RangeError(`no state of tick ${tick} was kept`);
    this.#beAgain(then, then.back ?? []);
    this.state.paused = MOVING.has(this.state.phase);
    this.state.countIn = 0;
    return true;
  }

  /** The cell's story goes back; time and people do not. */
  #beAgain(then: Checkpoint, back: readonly Checkpoint[]): void {
    this.restore({ state: asItWas(this.state, then.state), cell: then.cell, back });
    this.state.seats.forEach((seat, i) => {
      if (seat && !then.state.seats[i]) setContacts(this.cell, i, contactsOfNewcomer(this, i));
    });
  }

  #setMode(mode: Mode): boolean {
    known("mode", mode, MODES);
    if (!atRest(this) || (this.state.mode ?? "standard") === mode) return false;
    // Absent, not "standard": the state of a class that never changed it is what it always was.
    if (mode === "standard") delete this.state.mode;
    else this.state.mode = mode;
    return true;
  }

  #pause(paused: boolean): boolean {
    const { state } = this;
    if (!MOVING.has(state.phase)) return false;
    if (paused ? state.paused && state.countIn === 0 : !state.paused || state.countIn > 0) return false;
    state.turn++;
    // A round goes on after a count-in, so that the class finds the beat again; a lapse simply goes on.
    state.countIn = !paused && state.phase === "round" ? COUNT_IN_TICKS : 0;
    state.paused = paused || state.countIn > 0;
    return true;
  }

  /** Ends what is running before its time: a round goes to its lapse, a lapse to its end. */
  #cutShort(): boolean {
    const { phase } = this.state;
    if (phase === "round") endRound(this);
    else if (phase === "lapse") {
      passLapse(this, LAPSE_TICKS);
    } else if (phase === "bet") closeBallot(this);
    else if (phase === "stimulation") endStimulation(this);
    else return false;
    this.#afterwards(phase);
    return true;
  }

  /** What follows from what has just run. @param before the phase that it began in */
  #afterwards(before: SessionState["phase"]): void {
    watch(this, before);
    if (this.state.phase === before) return;
    judge(this);
    settle(this);
  }
}
