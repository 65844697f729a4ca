import { endOfTurn, type PictureTask, startOfTurn, turnAt } from "../lesson/picture-task.ts";
import { cuedPictures, cueOf, drawPicture, FEWEST_NEURONS } from "../lesson/pictures.ts";
import type { Round } from "../lesson/round.ts";
import { biologicalTime, createCell, setContacts } from "../model/cell.ts";
import { earlyChange } from "../model/induction.ts";
import { exp } from "../model/math.ts";
import type { Parameters } from "../model/parameters.ts";
import { stream } from "../model/random.ts";
import { STORAGE } from "../protocols/associative-memory.ts";
import { perform, protocol } from "../protocols/protocol.ts";
import { CLIP, recall } from "../protocols/willshaw.ts";
import type { Core } from "./core.ts";

/**
 * The class as an associative memory: in rounds with pictures each student has a cell of their own, which hears all the
 * others. A student's tap is a burst on every other cell, and fires their own as a detonator does; so the synapses between
 * those who tap together potentiate, by the model's own rule, and nobody says who belongs to whom. Of these cells only the
 * early change is kept: pictures fade within hours.
 *
 * @source Marr 1971, Phil Trans R Soc B 262:23; Willshaw, Buneman & Longuet-Higgins 1969, Nature 222:960
 */
export interface Memory {
  /** Seats of each picture; the first half is its cue. */
  readonly pictures: number[][];
  /** Deviation of rho from rest, millionths, of the synapse that seat i has on the cell of seat k: `rho[k]![i]`. */
  rho: number[][];
  /** Up to when the early change has faded, biological ms. */
  since: number;
  /** The picture of the turn that runs or comes next; -1 where none comes any more. */
  shown: number;
  /** Which of the round's turns that is. */
  turn: number;
  /** Taps of this turn, biological ms since it began, and who tapped; in order. */
  taps: [ms: number, seat: number][];
  /** What came back in the last round that cued. */
  recalled: Recalled[];
}

export interface Recalled {
  readonly picture: number;
  /** Who of the cue tapped. */
  readonly cue: readonly number[];
  /** Whose cells that woke, the strongest first; as many as the picture lacks. */
  readonly woken: readonly number[];
}

const MILLIONTHS = 1e6;

export const blankMemory = (since: number): Memory => ({
  pictures: [],
  rho: [],
  since,
  shown: -1,
  turn: 0,
  taps: [],
  recalled: [],
});

/** Whether a round with pictures can be held: enough neurons, and something to remember. */
export function canHold(core: Core, { do: what }: PictureTask): boolean {
  if (what === "cue") return (core.state.memory?.pictures.length ?? 0) > 0;
  return present(core).length >= FEWEST_NEURONS;
}

const present = ({ state }: Core): number[] =>
  state.seats.flatMap((seat, i) => (seat?.connected || seat?.bot ? [i] : []));

/** Begins the pictures of a round. */
export function beginPictures(core: Core, task: PictureTask): void {
  const now = biologicalTime(core.cell);
  core.state.memory ??= blankMemory(now);
  const { memory } = core.state;
  if (task.do === "cue") memory.recalled = [];
  openTurn(core, memory, task, 0);
}

function openTurn(core: Core, memory: Memory, task: PictureTask, turn: number): void {
  memory.turn = turn;
  memory.taps = [];
  if (turn >= task.pictures) memory.shown = -1;
  else if (task.do === "cue") memory.shown = cuedPictures(memory.pictures.length, task.pictures)[turn]!;
  else {
    memory.pictures.push(drawPicture(present(core), memory.pictures, task, core.header.seed));
    memory.shown = memory.pictures.length - 1;
  }
}

/** Whether a seat is asked to tap for the picture that is shown. */
export function isShown({ state }: Core, task: PictureTask, seat: number): boolean {
  const picture = state.memory?.pictures[state.memory.shown];
  return picture !== undefined && (task.do === "cue" ? cueOf(picture) : picture).includes(seat);
}

/** Takes a tap of somebody who is asked. Between turns it is practice. @param since ms on the wall since the round's first beat */
export function noteTap(core: Core, round: Round, task: PictureTask, seat: number, since: number, beat: number): void {
  const { memory } = core.state;
  if (!memory || turnAt(task, beat) !== memory.turn) return;
  const began = (startOfTurn(task, memory.turn) - 0.5) * round.beatMs;
  memory.taps.push([Math.round((since - began) / round.slowMotion), seat]);
  // Kept sorted, so that the order in which packets arrived leaves no trace.
  memory.taps.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A beat has been closed: with a turn's last one its picture is learnt, or comes back. */
export function followPictures(core: Core, task: PictureTask): void {
  const { memory, beat } = core.state;
  if (memory && memory.shown >= 0 && beat >= endOfTurn(task, memory.turn)) closeTurn(core, memory, task);
}

/** The round is over, in time or not: what was tapped counts. */
export function endPictures(core: Core, task: PictureTask): void {
  const { memory } = core.state;
  if (!memory) return;
  if (memory.shown >= 0 && memory.taps.length > 0) closeTurn(core, memory, task);
  else if (memory.shown >= 0 && task.do === "teach") memory.pictures.pop();
  memory.shown = -1;
}

function closeTurn(core: Core, memory: Memory, task: PictureTask): void {
  fade(core, memory);
  if (task.do === "teach") learn(core, memory);
  else wake(core, memory);
  openTurn(core, memory, task, memory.turn + 1);
}

/** Lets the early changes fade up to now: the same exponentials as in the shared cell (model/slow.ts). */
function fade({ cell }: Core, memory: Memory): void {
  const { tauE, tauEm } = cell.parameters;
  const now = biologicalTime(cell);
  const seconds = (now - memory.since) / 1000;
  const [above, below] = [exp(-seconds / tauE), exp(-seconds / tauEm)];
  memory.rho = memory.rho.map((row) => row.map((rho) => Math.round(rho * (rho > 0 ? above : below))));
  memory.since = now;
}

/** Lets every cell live through the taps of this turn. */
function learn({ cell, state }: Core, memory: Memory): void {
  const tapping = [...new Set(memory.taps.map(([, seat]) => seat))].sort((a, b) => a - b);
  const size = memory.pictures[memory.shown]!.length;
  for (let k = 0; k < state.seats.length; k++) {
    if (state.seats[k])
      memory.rho[k] = stirred(cell.parameters, memory, { k, tapping, size, seats: state.seats.length });
    else memory.rho[k] ??= [];
  }
}

interface Stir {
  readonly k: number;
  readonly tapping: readonly number[];
  readonly size: number;
  readonly seats: number;
}

/** A cell's synapses after a turn. The cell is made for it, with those inputs that were active and its detonator. */
function stirred(p: Parameters, memory: Memory, { k, tapping, size, seats }: Stir): number[] {
  const row = Array.from({ length: seats }, (_, i) => memory.rho[k]?.[i] ?? 0);
  const inputs = tapping.filter((i) => i !== k);
  if (inputs.length === 0) return row;
  const cell = createCell(p, inputs.length + 1, { expressionLag: STORAGE.expressionLag });
  inputs.forEach((seat, input) => {
    setContacts(cell, input, STORAGE.patternContacts / size);
    cell.rho[input] = p.rho0 + row[seat]! / MILLIONTHS;
  });
  setContacts(cell, inputs.length, STORAGE.detonatorContacts);
  perform(cell, protocol([...inputs, k].map((seat) => burstsOf(p, memory, seat))));
  inputs.forEach((seat, input) => {
    row[seat] = Math.round((cell.rho[input]! - p.rho0) * MILLIONTHS);
  });
  return row;
}

/** A seat's presynaptic spikes in this turn, biological ms. */
const burstsOf = ({ burstSpikes, burstInterval }: Parameters, { taps }: Memory, seat: number): number[] =>
  taps
    .flatMap(([ms, who]) => (who === seat ? Array.from({ length: burstSpikes }, (_, i) => ms + i * burstInterval) : []))
    .sort((a, b) => a - b);

/** The cue has tapped: whose cells does it wake? Those with most potentiated synapses from it. */
function wake(core: Core, memory: Memory): void {
  const { state, header } = core;
  const picture = memory.pictures[memory.shown]!;
  const cue = [...new Set(memory.taps.map(([, seat]) => seat))].sort((a, b) => a - b);
  const n = state.seats.length;
  const values = new Float64Array(n * n);
  linksOf(core, memory).forEach((linked, k) => {
    for (const i of linked) if (cue.includes(i)) values[k * n + i] = 1;
  });
  const random = stream(header.seed, WAKE_STREAM + state.played * 16 + memory.turn);
  const woken =
    cue.length === 0
      ? []
      : recall({ n, values }, cue, cue.length + picture.length - cueOf(picture).length, random).filter((k) =>
          cue.some((i) => values[k * n + i] === 1),
        );
  memory.recalled.push({ picture: memory.shown, cue, woken });
}
const WAKE_STREAM = 0x3e4;

/** The seats whose synapses on a seat's cell count as potentiated now, for each seat. */
export function linksOf({ cell }: Core, memory: Memory): number[][] {
  const p = cell.parameters;
  const kept = exp(-(biologicalTime(cell) - memory.since) / 1000 / p.tauE);
  const linked = (rho: number): boolean => 1 + earlyChange(p, p.rho0 + (kept * rho) / MILLIONTHS) > CLIP;
  return memory.rho.map((row) => row.flatMap((rho, i) => (linked(rho) ? [i] : [])));
}

/** Share of what the pictures of the round that ran last were to bring: links that are there, or neurons that came back. */
export function shareReached(core: Core, task: PictureTask): number {
  const { memory } = core.state;
  if (!memory) return 0;
  return task.do === "cue" ? shareRecalled(memory) : shareLinked(core, memory, task.pictures);
}

/** Share of the cued pictures' other neurons that came back, 0 … 1. */
export function shareRecalled({ pictures, recalled }: Memory = blankMemory(0)): number {
  let [back, missing] = [0, 0];
  for (const { picture, woken } of recalled) {
    const rest = pictures[picture]!.slice(cueOf(pictures[picture]!).length);
    missing += rest.length;
    back += rest.filter((seat) => woken.includes(seat)).length;
  }
  return missing === 0 ? 0 : back / missing;
}

function shareLinked(core: Core, memory: Memory, last: number): number {
  let [there, wanted] = [0, 0];
  const links = linksOf(core, memory);
  for (const picture of memory.pictures.slice(-last)) {
    for (const k of picture) {
      for (const i of picture) {
        if (i === k) continue;
        wanted++;
        if (links[k]?.includes(i)) there++;
      }
    }
  }
  return wanted === 0 ? 0 : there / wanted;
}
