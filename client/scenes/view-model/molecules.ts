import { TICK_MS } from "../../../shared/session/events.ts";
import { type Pulse, pulseTime } from "../../../shared/session/pulse.ts";
import type { Burst } from "./bursts.ts";
import { addMark, beginMark, type MarkKind, type Marks, type SynapseFrame, turnTo } from "./frame.ts";
import { chances, clamp, draw, mix, ramp } from "./geometry.ts";
import { CLEFT, type Layout, type Place } from "./layout.ts";
import { SLIDE_MS } from "./recruits.ts";
import { BASELINE_RECEPTORS, slot } from "./slots.ts";
import { BURST, BURST_GAP_MS, PLUG_LEAVES } from "./traces.ts";

/** The molecules of one synapse. Each one's way depends on its event's seed and the time since, nothing else. */

/** Detail that there is room for: a small head shows fewer marks of each kind than a large one. */
const detail = (unit: number, small: number, middle: number, large: number): number =>
  unit < 40 ? small : unit < 68 ? middle : large;

/**
 * A point at an angle from the synapse's own direction and a radius from the head's middle, and the direction in which it
 * lies. Thousands a frame are written into the same few objects: numbers that are handed from function to function would
 * each be put into a box first.
 */
interface Spoke {
  angle: number;
  radius: number;
  x: number;
  y: number;
  dx: number;
  dy: number;
}
const spoke = (): Spoke => ({ angle: 0.5, radius: 0.5, x: 0.5, y: 0.5, dx: 0.5, dy: 0.5 });
const [HERE, THERE, CHANCE] = [spoke(), spoke(), chances()];

/** Writes where a spoke's angle and radius lead. */
function reach(place: Place, out: Spoke): void {
  const cos = Math.cos(out.angle);
  const sin = Math.sin(out.angle);
  out.dx = place.dx * cos - place.dy * sin;
  out.dy = place.dx * sin + place.dy * cos;
  out.x = place.x + out.dx * out.radius;
  out.y = place.y + out.dy * out.radius;
}

/** Adds a mark where a spoke leads. */
function markAt(marks: Marks, kind: MarkKind, at: Spoke, turn = 0): number {
  const i = beginMark(marks, kind, turn);
  marks.x[i] = at.x;
  marks.y[i] = at.y;
  return i;
}

/** Receptors that are drawn one by one: those past the last full ten, and recruits on their way from the endosome. */
export function drawRecruits(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  departures: readonly number[],
  time: number,
  calm: boolean,
): void {
  for (let k = synapse.seated - (synapse.seated % 10); k < synapse.receptors; k++) {
    const home = slot(layout, k);
    const won = k >= BASELINE_RECEPTORS;
    let [x, y, alpha] = [place.x + home.x, place.y + home.y, synapse.conductance * synapse.presence];
    const departed = departures[k - synapse.seated];
    if (departed !== undefined) {
      const t = clamp((time - departed) / SLIDE_MS);
      if (calm) alpha *= t;
      else {
        const way = slide(place, home, synapse.head, layout.unit, t);
        [x, y, alpha] = [way.x, way.y, clamp(t * 8)];
      }
    }
    addMark(marks, won ? "ampa-won" : "ampa", x, y, alpha);
    addMark(
      marks,
      won ? "ampa-won-lit" : "ampa-lit",
      x,
      y,
      departed === undefined ? synapse.flash : calm ? 0 : 0.85 * clamp(alpha),
    );
  }
}

/** From the endosome in the neck into the head, then along its rim to the slot. */
function slide(
  place: Place,
  home: { x: number; y: number },
  head: number,
  unit: number,
  t: number,
): { x: number; y: number } {
  const back = Math.atan2(-place.dy, -place.dx);
  const rim = head * 0.9;
  if (t < 0.25) {
    const d = mix(unit * 1.5, rim, ramp(t, 0, 0.25));
    return { x: place.x - place.dx * d, y: place.y - place.dy * d };
  }
  const s = ramp(t, 0.25, 1);
  const [target, radius] = [Math.atan2(home.y, home.x), Math.hypot(home.x, home.y)];
  let turn = target - back;
  turn -= 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  const angle = back + turn * s;
  const r = mix(rim, radius, s);
  return { x: place.x + Math.cos(angle) * r, y: place.y + Math.sin(angle) * r };
}

/** Vesicles at the bouton's membrane; those that have just opened are gone until they are refilled. */
export function drawVesicles(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  bursts: readonly Burst[],
  time: number,
): void {
  const n = detail(layout.unit, 3, 3, 5);
  let emptied = 0;
  for (let i = 0; i < bursts.length; i++) {
    const age = time - bursts[i]!.time;
    if (age >= 0 && age < 900) emptied = Math.max(emptied, 1 - ramp(age, 350, 900));
  }
  if (emptied === 1) return;
  HERE.radius = synapse.head + layout.unit * (CLEFT + 0.15);
  for (let k = 0; k < n; k++) {
    HERE.angle = vesicleAngle(k, n);
    reach(place, HERE);
    marks.alpha[markAt(marks, "vesicle", HERE)] = synapse.presence * (1 - emptied);
  }
}

const vesicleAngle = (k: number, n: number): number => k / (n - 1) - 0.5;

/**
 * NMDA receptors on the rim that faces the bouton: bound glutamate, the Mg²⁺ plug, in its pore or out of it.
 * @param bounds  glutamate bound, by seat
 * @param opens   how far plugs have left, by seat
 */
export function drawChannels(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  bounds: Float32Array,
  opens: Float32Array,
): void {
  const { unit } = layout;
  const bound = bounds[place.seat] ?? 0;
  const open = opens[place.seat] ?? 0;
  const n = channels(unit);
  synapse.channels = n;
  synapse.plugsOut = 0;
  for (let k = 0; k < n; k++) {
    const angle = channelAngle(k, n);
    HERE.angle = angle;
    HERE.radius = synapse.head;
    reach(place, HERE);
    const turn = turnTo(HERE);
    // Each channel stands for several: they open one after the other as more of them are free.
    const leaves = PLUG_LEAVES + ((0.45 * k * 7) % (n * 0.45)) / n;
    const out = ramp(open, leaves, leaves + 0.06);
    marks.alpha[markAt(marks, out === 0 ? "nmda-plugged" : "nmda", HERE, turn)] = synapse.presence;
    if (out > 0) {
      if (out > 0.5) synapse.plugsOut++;
      const side = (k % 2 === 0 ? 1 : -1) * out;
      HERE.angle = angle + side * 0.16;
      HERE.radius = synapse.head + unit * (PLUGGED + 0.13 * out);
      reach(place, HERE);
      marks.alpha[markAt(marks, "plug", HERE, turn)] = synapse.presence * (1 - 0.25 * out);
    }
    if (bound > (k + 0.5) / (n + 1)) {
      HERE.angle = angle - 0.09;
      HERE.radius = synapse.head + unit * 0.12;
      reach(place, HERE);
      marks.alpha[markAt(marks, "glutamate", HERE)] = clamp(bound * 1.5);
    }
  }
}

/** How far outside the membrane a plug sits in its pore, units. */
export const PLUGGED = 0.03;

/** NMDA receptors drawn on a head; each stands for the same share of about twenty. */
const channels = (unit: number): number => detail(unit, 3, 4, 5);
const channelAngle = (k: number, n: number): number => 1.7 * (k / (n - 1) - 0.5);

/** Glutamate: from the vesicles across the cleft to the receptors, where it stays bound for a moment. */
export function drawGlutamate(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  bursts: readonly Burst[],
  time: number,
): void {
  const { unit } = layout;
  const perSpike = detail(unit, 3, 6, 9);
  for (let i = 0; i < bursts.length; i++) {
    const burst = bursts[i]!;
    if (time < burst.time || time - burst.time > 700) continue;
    for (let b = 0; b < BURST; b++) {
      const age = time - burst.time - b * BURST_GAP_MS;
      if (age <= 0) continue;
      for (let k = 0; k < perSpike; k++) drawTransmitter(marks, layout, place, synapse, burst, b, k, time);
    }
  }
}

/** One dot of spike `b`. */
function drawTransmitter(
  marks: Marks,
  { unit }: Layout,
  place: Place,
  { head }: SynapseFrame,
  burst: Burst,
  b: number,
  k: number,
  time: number,
): void {
  const age = time - burst.time - b * BURST_GAP_MS;
  const sites = detail(unit, 3, 3, 5);
  draw(burst.seed, b * 32 + k, 1, CHANCE);
  const { a: u, b: v, c: w } = CHANCE;
  const flight = 90 + 110 * u;
  const stays = flight + 140 + 220 * w;
  if (age > stays) return;
  const t = ramp(age, 0, flight);
  HERE.angle = vesicleAngle(Math.floor(v * sites), sites);
  HERE.radius = head + unit * (CLEFT + 0.1);
  reach(place, HERE);
  THERE.angle = (v - 0.5) * 2.1;
  THERE.radius = head * mix(0.35, 0.98, Math.sqrt(w));
  reach(place, THERE);
  // It spreads sideways in the cleft first, then lands.
  const sway = (u - 0.5) * unit * 0.5 * 4 * t * (1 - t);
  const i = beginMark(marks, "glutamate");
  marks.x[i] = mix(HERE.x, THERE.x, t) - place.dy * sway;
  marks.y[i] = mix(HERE.y, THERE.y, t) + place.dx * sway;
  marks.alpha[i] = clamp((stays - age) / 160);
}

/** A calcium ion is seen for so long, ms. */
const ION_MS = 620;

/** Ca²⁺ comes in through NMDA receptors whose plug has left, as many as the calcium that the model counts. */
export function drawCalcium(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  pulses: readonly Pulse[],
  time: number,
): void {
  const perTick = detail(layout.unit, 0.8, 1.7, 3);
  for (let i = 0; i < pulses.length; i++) {
    const pulse = pulses[i]!;
    const since = time - pulseTime(pulse);
    if (since < 0 || since > ION_MS + TICK_MS) continue;
    const calcium = pulse.calcium[place.seat] ?? 0;
    if (calcium < 0.3) continue;
    draw(pulse.tick * 64 + place.seat, 7, 0, CHANCE);
    const count = Math.floor(calcium * perTick + CHANCE.a);
    for (let k = 0; k < count; k++) drawIon(marks, layout, place, synapse, pulse, k, time);
  }
}

function drawIon(
  marks: Marks,
  { unit }: Layout,
  place: Place,
  { head }: SynapseFrame,
  pulse: Pulse,
  k: number,
  time: number,
): void {
  draw(pulse.tick * 64 + place.seat, k, 4, CHANCE);
  const { a, b, c, d } = CHANCE;
  const age = time - pulseTime(pulse) - a * TICK_MS;
  if (age <= 0 || age >= ION_MS) return;
  const n = channels(unit);
  HERE.angle = channelAngle(Math.floor(b * n), n);
  HERE.radius = head * 1.02;
  reach(place, HERE);
  THERE.angle = (c - 0.5) * 3.6;
  THERE.radius = head * (0.2 + 0.6 * d);
  reach(place, THERE);
  const t = 1 - (1 - age / ION_MS) ** 2;
  const i = beginMark(marks, "calcium");
  marks.x[i] = mix(HERE.x, THERE.x, t);
  marks.y[i] = mix(HERE.y, THERE.y, t);
  marks.alpha[i] = clamp(age / 40) * clamp((ION_MS - age) / 70);
}
