import type { Round } from "../lesson/round.ts";
import { advance, createTrace, type Trace } from "../model/advance.ts";
import {
  biologicalTime,
  type Cell,
  createCell,
  naive,
  rest,
  restoreCell,
  saveCell,
  setContacts,
  setParameters,
} from "../model/cell.ts";
import { type Conditions, parametersUnder } from "../model/conditions.ts";
import { DRUGS } from "../model/drugs.ts";
import { hashCell } from "../model/fingerprint.ts";
import { MODULES } from "../model/modules.ts";
import { known, toggled } from "../model/names.ts";
import { givePlateau } from "../model/plateau.ts";
import { efficacy } from "../model/release.ts";
import { scheduleBurst } from "../model/schedule.ts";
import { giveSerotonin } from "../model/serotonin.ts";
import { catchUp } from "../model/slow.ts";
import { groupOf, LONGEST_LAPSE, MAX_SEATS, type Modulator, type SessionEvent, TICK_MS } from "./events.ts";
import type { SessionHeader } from "./header.ts";
import { passLapse } from "./lapse.ts";
import type { Pulse } from "./pulse.ts";
import { PulseRecorder } from "./pulse-recorder.ts";
import { initialState, type SeatState, type SessionState } from "./state.ts";
import { checkStimulation, durationOf, PIECE_MS, type Stimulation, stimulatePart } from "./stimulation.ts";
import { spread, synchrony } from "./synchrony.ts";
import { COUNT_IN_TICKS, LAPSE_TICKS, nearestBeat, roundTicks, sinceFirstBeat, stepsPerTick } from "./timing.ts";

/** Fewest students that the class's contacts are shared among: 84/3 = 28 contacts each stay below the cell's threshold. */
const FEWEST = 3;
/** Taps that belong to the first beat may come this long before it, ticks. */
const EARLIEST_TAP_TICKS = 7;
/** The class's contacts for an electrode that stimulates before the first round. */
const STANDARD_CONTACTS = 84;
/** Beats between points of the plot in a round. */
const PLOT_EVERY_BEATS = 5;

/** Phases in which the model's time runs. */
const MOVING: ReadonlySet<SessionState["phase"]> = new Set(["round", "lapse", "stimulation"]);

/** An exact copy of a session at a tick; restoring it and stepping on gives the same bits. */
export interface Checkpoint {
  readonly state: SessionState;
  readonly cell: ArrayBuffer;
}

/**
 * A class, start to end: the shared cell, the lesson and the roster, as one deterministic reducer. It reads no clock,
 * no network and no randomness: `apply` takes what happened before a tick, `step` runs the tick. The same class is the
 * authority in the room, the player of a replay, the engine of a what-if and the subject of the tests.
 *
 * Within a tick events that are not taps apply in the order they were accepted; taps have instants of their own
 * (model steps), so their order does not matter.
 */
export class Session {
  readonly header: SessionHeader;
  readonly cell: Cell;
  state: SessionState = initialState();
  /** What the cell did in the tick that `step` ran last; undefined when nothing moved. */
  pulse: Pulse | undefined;
  readonly #recorder: PulseRecorder;
  /** For stimulations faster than the picture can follow. */
  #piece: Trace | undefined;

  /** @param laboratory a cell with just these seats, and transmission that may follow the weight at once */
  constructor(header: SessionHeader, laboratory: { readonly seats?: number; readonly expressionLag?: boolean } = {}) {
    this.header = header;
    const { seats = MAX_SEATS, expressionLag = true } = laboratory;
    this.cell = createCell(header.parameters, seats, { seed: header.seed, expressionLag });
    this.#recorder = new PulseRecorder(this.cell);
  }

  /** The round that runs, or ran last. */
  get round(): Round | undefined {
    return this.header.script[this.state.round];
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
    switch (event.kind) {
      case "join":
        return this.#join(event.seat, event.name, event.bot);
      case "leave":
      case "return": {
        const seat = this.#seat(event.seat);
        const connected = event.kind === "return";
        if (seat.connected === connected) return false;
        seat.connected = connected;
        return true;
      }
      case "tap":
        return this.#tap(event.seat, event.offset);
      case "bias":
        this.#seat(event.seat).bias = event.ms;
        return true;
      case "bots":
        this.state.bots = { count: event.count, jitterMs: event.jitterMs };
        return true;
      case "start":
        return this.#start(event.round);
      case "pause":
        return this.#pause(true);
      case "resume":
        return this.#pause(false);
      case "next":
        if (this.state.phase === "round") this.#endRound();
        else if (this.state.phase === "lapse") this.#passLapse(LAPSE_TICKS);
        else if (this.state.phase === "stimulation") this.#endStimulation();
        else return false;
        return true;
      case "drug": {
        const { conditions } = this.state;
        return this.#under({
          ...conditions,
          drugs: toggled(DRUGS, conditions.drugs, known("drug", event.drug, DRUGS), event.on),
        });
      }
      case "module": {
        const { conditions } = this.state;
        return this.#under({
          ...conditions,
          modules: toggled(MODULES, conditions.modules, known("module", event.module, MODULES), event.on),
        });
      }
      case "pathway":
        return this.#atRest && this.#move({ ...this.state.conditions, pathway: event.pathway });
      case "lapse":
        return this.#lapse(event.seconds);
      case "stimulate":
        return this.#stimulate(event.stimulation);
      case "contacts":
        this.#seat(event.seat);
        setContacts(this.cell, event.seat, event.contacts);
        return true;
      case "modulate":
        return this.#modulate(event.modulator);
      case "end":
        if (this.state.phase === "ended") return false;
        this.#enter("ended");
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
      if (state.phase === "round") this.#stepRound();
      else if (state.phase === "lapse") this.#passLapse(state.ran + 1);
      else this.#stepStimulation(state.stimulation!);
    }
    state.tick++;
  }

  /** A checksum of everything that steers what happens next, as eight hexadecimal digits. */
  hash(): string {
    const { plot: _plot, ...steering } = this.state;
    let hash = hashCell(this.cell);
    const text = JSON.stringify(steering);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  }

  save(): Checkpoint {
    return { state: structuredClone(this.state), cell: saveCell(this.cell) };
  }

  restore(checkpoint: Checkpoint): void {
    this.state = structuredClone(checkpoint.state);
    setParameters(this.cell, parametersUnder(this.header.parameters, this.state.conditions));
    restoreCell(this.cell, checkpoint.cell);
    this.pulse = undefined;
  }

  /** Whether a seat is asked to tap in the round that runs. */
  asks(seat: number): boolean {
    const asked = this.round?.asked ?? "all";
    return asked === "all" || asked === groupOf(seat);
  }

  /** Session time of the first beat, ms: where it is, or would be if the pause ended with the coming tick. */
  beatZero(): number {
    const { tick, ran, countIn } = this.state;
    return (tick + countIn - ran + COUNT_IN_TICKS) * TICK_MS;
  }

  /** Mean EPSP of a group's synapses, percent of baseline; 100 for a group without seats. */
  meanStrength(group: "A" | "B" | "all"): number {
    let [sum, n] = [0, 0];
    this.state.seats.forEach((seat, i) => {
      if (!seat || (group !== "all" && groupOf(i) !== group)) return;
      sum += efficacy(this.cell, i);
      n++;
    });
    return n === 0 ? 100 : (100 * sum) / n;
  }

  #join(seat: number, name: number, bot: boolean): boolean {
    if (!(seat >= 0 && seat < this.cell.capacity)) throw new RangeError(`no seat ${seat}`);
    while (this.state.seats.length <= seat) this.state.seats.push(null);
    const fresh: SeatState = { name, bot, connected: true, bias: 0, taps: 0, stimulated: -1 };
    this.state.seats[seat] = fresh;
    setContacts(this.cell, seat, this.state.contacts);
    return true;
  }

  #seat(index: number): SeatState {
    const seat = this.state.seats[index];
    if (!seat) throw new RangeError(`nobody sits on seat ${index}`);
    return seat;
  }

  #tap(index: number, offset: number): boolean {
    const seat = this.#seat(index);
    const { round, state } = this;
    if (!round || state.phase !== "round" || state.paused || !this.asks(index)) return false;
    const since = sinceFirstBeat(state.ran, offset * round.slowMotion);
    const beat = nearestBeat(round, since);
    if (beat < 0) return false;
    seat.taps++;
    if (round.guided) {
      // Kept sorted, so that the order in which packets arrived leaves no trace, not even in a sum's last bit.
      state.around.push(Math.round(since - beat * round.beatMs));
      state.around.sort((a, b) => a - b);
    }
    if (round.classContacts > 0) {
      scheduleBurst(this.cell, index, offset);
      seat.stimulated = biologicalTime(this.cell);
    }
    this.#recorder.tap(index, offset * round.slowMotion);
    return true;
  }

  #start(index: number): boolean {
    const round = this.header.script[index];
    if (!round) throw new RangeError(`no round ${index}`);
    const { state } = this;
    if (!this.#atRest) return false;
    state.round = index;
    state.behind = "round";
    state.played++;
    this.#shareContacts(round.classContacts);
    for (const seat of state.seats) if (seat) seat.taps = 0;
    state.cellSpikes = 0;
    state.beat = 0;
    state.around = [];
    state.synchrony = -1;
    state.spread = -1;
    this.#plot();
    this.#enter("round");
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

  #enter(phase: SessionState["phase"]): void {
    const { state } = this;
    state.phase = phase;
    state.paused = false;
    state.countIn = 0;
    state.ran = 0;
    state.turn++;
  }

  /** Shares the class's contacts among those who are here and asked to tap; everybody else on a seat gets as many. */
  #shareContacts(all: number): void {
    const asked = this.state.seats.filter((seat, i) => seat?.connected && this.asks(i)).length;
    this.state.contacts = all / Math.max(FEWEST, asked);
    for (let i = 0; i < this.cell.capacity; i++) {
      setContacts(this.cell, i, this.state.seats[i] ? this.state.contacts : 0);
    }
  }

  #stepRound(): void {
    const { state } = this;
    const round = this.round!;
    // Whoever came during the count-in is counted; from the first beat on the shares stand.
    if (state.ran === COUNT_IN_TICKS - EARLIEST_TAP_TICKS) this.#shareContacts(round.classContacts);
    const steps = stepsPerTick(round);
    advance(this.cell, steps, this.#recorder.trace);
    this.pulse = this.#recorder.take(state.tick, steps, round.slowMotion, state.seats.length);
    state.cellSpikes += this.pulse?.spikes.length ?? 0;
    state.ran++;
    // A beat is closed half a beat after it, when every tap that belongs to it is in.
    const closed = Math.floor(sinceFirstBeat(state.ran, 0) / round.beatMs + 0.5);
    if (closed > state.beat) {
      state.beat = Math.min(closed, round.beats);
      state.synchrony = synchrony(state.around, round.beatMs);
      state.spread = spread(state.around);
      state.around = [];
      if (state.beat % PLOT_EVERY_BEATS === 0) this.#plot();
    }
    if (state.ran >= roundTicks(round)) this.#endRound();
  }

  #endRound(): void {
    this.#plot();
    rest(this.cell);
    this.state.lapseSeconds = 60 * this.round!.lapseMinutes;
    this.#enter(this.state.lapseSeconds > 0 ? "lapse" : "between");
  }

  /** Whether nothing runs, and something may begin. */
  get #atRest(): boolean {
    return this.state.phase === "lobby" || this.state.phase === "between";
  }

  /** Puts conditions in force. @throws RangeError for an unknown one; nothing has changed then */
  #under(conditions: Conditions): boolean {
    if (JSON.stringify(conditions) === JSON.stringify(this.state.conditions)) return false;
    const parameters = parametersUnder(this.header.parameters, conditions);
    // What a lapse left to be done is done under the conditions in which it passed.
    catchUp(this.cell);
    setParameters(this.cell, parameters);
    this.state.conditions = conditions;
    return true;
  }

  /** Takes the class to another pathway, where every synapse is naive. */
  #move(conditions: Conditions): boolean {
    if (!this.#under(conditions)) return false;
    naive(this.cell);
    this.state.behind = "pathway";
    for (const seat of this.state.seats) if (seat) seat.stimulated = -1;
    this.#plot();
    return true;
  }

  #modulate(modulator: Modulator): boolean {
    if (this.state.phase === "ended") return false;
    catchUp(this.cell);
    if (modulator === "serotonin") giveSerotonin(this.cell);
    else givePlateau(this.cell);
    return true;
  }

  #lapse(seconds: number): boolean {
    if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_LAPSE)) {
      throw new RangeError(`a lapse of ${seconds} s: whole seconds, 1 to ${LONGEST_LAPSE}`);
    }
    if (!this.#atRest) return false;
    this.state.lapseSeconds = seconds;
    this.state.behind = "lapse";
    this.#plot();
    this.#enter("lapse");
    return true;
  }

  /** Lets the lapse pass up to one of its LAPSE_TICKS ticks. */
  #passLapse(until: number): void {
    const { state } = this;
    passLapse(this.cell, state.lapseSeconds, state.ran, until, () => this.#plot());
    state.ran = until;
    if (until >= LAPSE_TICKS) this.#enter("between");
  }

  #stimulate(stimulation: Stimulation): boolean {
    checkStimulation(stimulation);
    const { state } = this;
    if (!this.#atRest) return false;
    if (this.cell.contacts.every((m) => m === 0)) this.#shareContacts(STANDARD_CONTACTS);
    state.stimulation = stimulation;
    state.behind = "stimulation";
    state.cellSpikes = 0;
    this.#plot();
    this.#enter("stimulation");
    return true;
  }

  #stepStimulation(stimulation: Stimulation): void {
    const { state } = this;
    const { pace } = stimulation;
    const seats = state.seats.flatMap((seat, i) => (seat ? [i] : []));
    const [from, to] = [state.ran * pace, (state.ran + 1) * pace];
    // What is faster than the picture can follow gives no pulse.
    const seen = pace <= TICK_MS;
    if (!seen) this.#piece ??= createTrace(this.cell, PIECE_MS);
    const trace = seen ? this.#recorder.trace : this.#piece!;
    state.cellSpikes += stimulatePart(this.cell, stimulation, seats, from, to, trace);
    if (seen) this.pulse = this.#recorder.take(state.tick, pace, TICK_MS / pace, state.seats.length);
    state.ran++;
    if (to >= durationOf(stimulation)) this.#endStimulation();
  }

  #endStimulation(): void {
    this.#plot();
    rest(this.cell);
    this.#enter("between");
  }

  #plot(): void {
    const minutes = biologicalTime(this.cell) / 60_000;
    this.state.plot.push({ minutes, a: this.meanStrength("A"), b: this.meanStrength("B") });
  }
}
