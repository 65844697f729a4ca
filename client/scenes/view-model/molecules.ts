import { TICK_MS } from "../../../shared/session/events.ts";
import { type Pulse, pulseTime } from "../../../shared/session/pulse.ts";
import type { Burst } from "./bursts.ts";
import { addMark, type Marks, type SynapseFrame, turnOf } from "./frame.ts";
import { clamp, mix, noise, ramp } from "./geometry.ts";
import { CLEFT, type Layout, type Place } from "./layout.ts";
import { SLIDE_MS } from "./recruits.ts";
import { BASELINE_RECEPTORS, slot } from "./slots.ts";
import { BURST, BURST_GAP_MS, PLUG_LEAVES } from "./traces.ts";

/** The molecules of one synapse. Each one's way depends on its event's seed and the time since, nothing else. */

/** Detail that there is room for: a small head shows fewer marks of each kind than a large one. */
const detail = (unit: number, small: number, middle: number, large: number): number =>
  unit < 40 ? small : unit < 68 ? middle : large;

/** A point, and the direction in which it lies: thousands a frame, so they are written into the same few objects. */
interface Spoke {
  x: number;
  y: number;
  dx: number;
  dy: number;
}
const spoke = (): Spoke => ({ x: 0.5, y: 0.5, dx: 0.5, dy: 0.5 });
const [HERE, THERE] = [spoke(), spoke()];

/** Writes a point at `angle` from the synapse's own direction and `radius` from the head's middle. */
function polar(place: Place, angle: number, radius: number, out: Spoke): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  out.dx = place.dx * cos - place.dy * sin;
  out.dy = place.dx * sin + place.dy * cos;
  out.x = place.x + out.dx * radius;
  out.y = place.y + out.dy * radius;
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
  for (let k = 0; k < n; k++) {
    polar(place, vesicleAngle(k, n), synapse.head + layout.unit * (CLEFT + 0.15), HERE);
    addMark(marks, "vesicle", HERE.x, HERE.y, synapse.presence * (1 - emptied));
  }
}

const vesicleAngle = (k: number, n: number): number => (n === 1 ? 0 : mix(-0.5, 0.5, k / (n - 1)));

/** NMDA receptors on the rim that faces the bouton: bound glutamate, the Mg²⁺ plug, in its pore or out of it. */
export function drawChannels(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  glutamate: number,
  open: number,
): void {
  const { unit } = layout;
  const n = channels(unit);
  synapse.channels = n;
  synapse.plugsOut = 0;
  for (let k = 0; k < n; k++) {
    const angle = channelAngle(k, n);
    polar(place, angle, synapse.head, HERE);
    const turn = turnOf(HERE.dx, HERE.dy);
    // Each channel stands for several: they open one after the other as more of them are free.
    const leaves = PLUG_LEAVES + ((0.45 * k * 7) % (n * 0.45)) / n;
    const out = ramp(open, leaves, leaves + 0.06);
    addMark(marks, out === 0 ? "nmda-plugged" : "nmda", HERE.x, HERE.y, synapse.presence, turn);
    if (out > 0) {
      if (out > 0.5) synapse.plugsOut++;
      const side = (k % 2 === 0 ? 1 : -1) * out;
      polar(place, angle + side * 0.16, synapse.head + unit * (PLUGGED + 0.13 * out), HERE);
      addMark(marks, "plug", HERE.x, HERE.y, synapse.presence * (1 - 0.25 * out), turn);
    }
    if (glutamate > (k + 0.5) / (n + 1)) {
      polar(place, angle - 0.09, synapse.head + unit * 0.12, HERE);
      addMark(marks, "glutamate", HERE.x, HERE.y, clamp(glutamate * 1.5));
    }
  }
}

/** How far outside the membrane a plug sits in its pore, units. */
export const PLUGGED = 0.03;

/** NMDA receptors drawn on a head; each stands for the same share of about twenty. */
const channels = (unit: number): number => detail(unit, 3, 4, 5);
const channelAngle = (k: number, n: number): number => mix(-0.85, 0.85, n === 1 ? 0.5 : k / (n - 1));

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
  const sites = detail(unit, 3, 3, 5);
  for (let i = 0; i < bursts.length; i++) {
    const burst = bursts[i]!;
    if (time < burst.time || time - burst.time > 700) continue;
    for (let b = 0; b < BURST; b++) {
      const age = time - burst.time - b * BURST_GAP_MS;
      if (age <= 0) continue;
      for (let k = 0; k < perSpike; k++) {
        const id = b * 32 + k;
        const u = noise(burst.seed, id, 1);
        const v = noise(burst.seed, id, 2);
        const w = noise(burst.seed, id, 3);
        const flight = 90 + 110 * u;
        const stays = flight + 140 + 220 * w;
        if (age > stays) continue;
        const t = ramp(age, 0, flight);
        const site = vesicleAngle(Math.floor(v * sites), sites);
        polar(place, site, synapse.head + unit * (CLEFT + 0.1), HERE);
        polar(place, (v - 0.5) * 2.1, synapse.head * mix(0.35, 0.98, Math.sqrt(w)), THERE);
        // It spreads sideways in the cleft first, then lands.
        const sway = (u - 0.5) * unit * 0.5 * 4 * t * (1 - t);
        const x = mix(HERE.x, THERE.x, t) - place.dy * sway;
        const y = mix(HERE.y, THERE.y, t) + place.dx * sway;
        addMark(marks, "glutamate", x, y, clamp((stays - age) / 160));
      }
    }
  }
}

/** Ca²⁺ comes in through NMDA receptors whose plug has left, as many as the calcium that the model counts. */
export function drawCalcium(
  marks: Marks,
  layout: Layout,
  place: Place,
  synapse: SynapseFrame,
  pulses: readonly Pulse[],
  time: number,
): void {
  const life = 620;
  const perTick = detail(layout.unit, 0.8, 1.7, 3);
  const n = channels(layout.unit);
  for (let i = 0; i < pulses.length; i++) {
    const pulse = pulses[i]!;
    const since = time - pulseTime(pulse);
    if (since < 0 || since > life + TICK_MS) continue;
    const calcium = pulse.calcium[place.seat] ?? 0;
    if (calcium < 0.3) continue;
    const seed = pulse.tick * 64 + place.seat;
    const count = Math.floor(calcium * perTick + noise(seed, 7));
    for (let k = 0; k < count; k++) {
      const age = since - noise(seed, k, 4) * TICK_MS;
      if (age <= 0 || age >= life) continue;
      polar(place, channelAngle(Math.floor(noise(seed, k, 5) * n), n), synapse.head * 1.02, HERE);
      polar(place, (noise(seed, k, 6) - 0.5) * 3.6, synapse.head * (0.2 + 0.6 * noise(seed, k, 8)), THERE);
      const t = 1 - (1 - age / life) ** 2;
      const alpha = clamp(age / 40) * clamp((life - age) / 70);
      addMark(marks, "calcium", mix(HERE.x, THERE.x, t), mix(HERE.y, THERE.y, t), alpha);
    }
  }
}
