import { clamp, mix, noise, ramp } from "./geometry.ts";
import { drawLocks } from "./locks.ts";
import { colours, faded } from "./palette.ts";
import {
  drawAmpa,
  drawBouton,
  drawGlutamateDot,
  drawHead,
  drawNmda,
  drawPlug,
  drawStar,
  drawVesicle,
} from "./shapes.ts";

/** One synapse on a 2D canvas, for the phone page: no Phaser, no DOM beyond the context. */
export interface PhoneSynapse {
  /** AMPA receptors in the postsynaptic density, a whole number 0 … 150. */
  readonly receptors: number;
  /** Single-channel conductance, percent of rest. */
  readonly conductance: number;
  /** Synaptic strength, percent of baseline. */
  readonly strength: number;
  /** Spine volume, percent of rest. */
  readonly volume: number;
  /** The last tap, ms on the same clock as `now`; -Infinity if none. */
  readonly tapAt: number;
  /** When the room answered it, ms on the same clock; -Infinity if it has not. */
  readonly answeredAt: number;
  /** Whether the shared cell spiked within that tap's burst. */
  readonly spiked: boolean;
  /** Highest calcium of the own synapse after that tap, percent of the LTP threshold. */
  readonly calcium: number;
}

type Brush = CanvasRenderingContext2D;

/** Everything is drawn upright: the bouton above, the spine below. Lengths in units of the resting head's radius. */
const OUTWARDS = -Math.PI / 2;
const LARGEST_HEAD = 1.35;
const CLEFT = 0.2;
/** From the head's middle up to the axon's end, and down to the dendrite. */
const ABOVE = 2.75;
const BELOW = 1.75;
const BASELINE = 60;
const MOST = 150;
const CHANNELS = 4;
/** What a tap lets be seen lasts this long, ms. */
const SEEN_MS = 900;
/** Both keys of the NMDA lock stay lit this long after the answer, ms. */
const KEYS_MS = 1600;

/**
 * Draws the student's own synapse: a pure function of its arguments.
 * @param width   CSS px (scale the context for the device's pixel ratio)
 * @param height  CSS px
 * @param now     ms, any clock that `tapAt` and `answeredAt` share
 * @param calm    no flights or jiggle (prefers-reduced-motion)
 */
export function drawSynapse(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  synapse: PhoneSynapse,
  now: number,
  calm: boolean,
): void {
  context.clearRect(0, 0, width, height);
  const unit = Math.min(height / (ABOVE + BELOW), width / 4.4);
  const head = unit * clamp(Math.sqrt(synapse.volume / 100), 0.6, LARGEST_HEAD);
  const [x, y] = [width / 2, (height - unit * (ABOVE + BELOW)) / 2 + unit * ABOVE];
  const age = now - synapse.tapAt;
  const answered = synapse.answeredAt >= synapse.tapAt ? now - synapse.answeredAt : Number.NEGATIVE_INFINITY;
  // On at once and held for a while: under fast tapping it stays lit instead of flashing.
  const light = age < 0 ? 0 : 1 - ramp(age, 250, SEEN_MS);
  const spike = synapse.spiked && answered >= 0 ? ramp(answered, 0, 80) * (1 - ramp(answered, 400, KEYS_MS)) : 0;
  context.save();
  context.translate(x, y);
  drawSpine(context, unit, head, spike, width);
  context.save();
  context.rotate(OUTWARDS);
  context.translate(head - unit, 0);
  drawBouton(context, unit, unit, "#7fa8d8", false);
  axon(context, unit, light);
  vesicles(context, unit, age);
  if (calm) cleft(context, unit, light);
  context.restore();
  drawHead(context, head);
  if (synapse.calcium >= 100 && answered >= 0) rim(context, head, 1 - ramp(answered, 500, KEYS_MS));
  receptors(context, unit, synapse, light);
  const open = synapse.spiked && answered >= 0 ? ramp(answered, 0, 90) * (1 - ramp(answered, 900, KEYS_MS)) : 0;
  channels(context, unit, head, light, open);
  if (!calm) glutamate(context, unit, head, synapse.tapAt, age);
  if (!calm && answered >= 0) calcium(context, unit, head, synapse, answered);
  drawLocks(context, unit, head, age < KEYS_MS ? light : 0, spike, width);
  context.restore();
}

function at(angle: number, radius: number): { x: number; y: number } {
  return { x: Math.cos(OUTWARDS + angle) * radius, y: Math.sin(OUTWARDS + angle) * radius };
}

/** The dendrite and the neck; they light up when the cell's spike runs back. */
function drawSpine(brush: Brush, unit: number, head: number, spike: number, width: number): void {
  const y = unit * 1.6;
  brush.lineCap = "butt";
  for (const [grow, colour] of [
    [6, "#7385a8"],
    [0, "#2a3761"],
  ] as const) {
    brush.strokeStyle = colour;
    brush.lineWidth = unit * 0.42 + grow;
    line(brush, -width, y, width, y);
    brush.lineWidth = unit * 0.36 + grow;
    line(brush, 0, head * 0.9, 0, y - (grow > 0 ? 0 : -2));
  }
  if (spike <= 0) return;
  brush.strokeStyle = faded("#fff3d0", 0.85 * spike);
  brush.lineWidth = unit * 0.14;
  line(brush, -width, y, width, y);
  line(brush, 0, head * 0.9, 0, y);
}

function line(brush: Brush, x0: number, y0: number, x1: number, y1: number): void {
  brush.beginPath();
  brush.moveTo(x0, y0);
  brush.lineTo(x1, y1);
  brush.stroke();
}

/** Drawn with outwards to the right, like the bouton. */
function axon(brush: Brush, unit: number, light: number): void {
  brush.strokeStyle = "#7fa8d8";
  brush.lineWidth = unit * 0.2;
  line(brush, unit * 1.97, 0, unit * 4, 0);
  brush.strokeStyle = faded("#ffffff", light);
  brush.lineWidth = unit * 0.08;
  line(brush, unit * 1.8, 0, unit * 4, 0);
}

function vesicles(brush: Brush, unit: number, age: number): void {
  const filled = age >= 0 && age < SEEN_MS ? ramp(age, 450, SEEN_MS) : 1;
  for (const [angle, radius, docked] of [
    [-0.52, 1.36, 1],
    [0, 1.36, 1],
    [0.52, 1.36, 1],
    [-0.24, 1.62, 0],
    [0.24, 1.62, 0],
  ] as const) {
    brush.save();
    brush.globalAlpha = docked === 1 ? filled : 1;
    brush.translate(Math.cos(angle) * radius * unit, Math.sin(angle) * radius * unit);
    brush.rotate(-OUTWARDS);
    drawVesicle(brush, unit * 0.25);
    brush.restore();
  }
}

/** Calm pictures fill the cleft instead of sending dots across it. */
function cleft(brush: Brush, unit: number, light: number): void {
  if (light <= 0) return;
  brush.beginPath();
  brush.arc(0, 0, unit * (1 + CLEFT / 2), -0.92, 0.92);
  brush.lineWidth = unit * CLEFT;
  brush.strokeStyle = faded(colours.glutamate, 0.85 * light);
  brush.stroke();
}

function rim(brush: Brush, head: number, alpha: number): void {
  if (alpha <= 0) return;
  brush.beginPath();
  brush.arc(0, 0, head - 2, 0, 2 * Math.PI);
  brush.lineWidth = Math.max(4, head * 0.08);
  brush.strokeStyle = faded(colours.calcium, alpha);
  brush.stroke();
}

/** One mark a receptor, in the projector's spiral; those won in this class are pale and outlined. */
function receptors(brush: Brush, unit: number, synapse: PhoneSynapse, light: number): void {
  const outer = unit * LARGEST_HEAD * 0.92;
  const spacing = Math.sqrt((Math.PI * outer * outer) / MOST);
  const rest = clamp(0.75 + (synapse.conductance - 100) / 120, 0.45, 1);
  for (let k = 0; k < synapse.receptors; k++) {
    const radius = spacing * Math.sqrt((k + 0.5) / Math.PI);
    const angle = k * Math.PI * (3 - Math.sqrt(5));
    const won = k >= BASELINE ? "ampa-won" : "ampa";
    brush.save();
    brush.translate(Math.cos(angle) * radius, Math.sin(angle) * radius);
    brush.globalAlpha = rest;
    drawAmpa(brush, spacing * 0.86, won);
    if (light > 0.02 && noise(k, 11) < 0.67) {
      brush.globalAlpha = light;
      drawAmpa(brush, spacing * 0.86, `${won}-lit`);
    }
    brush.restore();
  }
}

const channelAngle = (k: number): number => mix(-0.75, 0.75, k / (CHANNELS - 1));

function channels(brush: Brush, unit: number, head: number, bound: number, open: number): void {
  for (let k = 0; k < CHANNELS; k++) {
    const angle = channelAngle(k);
    brush.save();
    const pore = at(angle, head);
    brush.translate(pore.x, pore.y);
    brush.rotate(OUTWARDS + angle);
    drawNmda(brush, unit * 0.34);
    brush.restore();
    brush.save();
    const plug = at(angle + (k % 2 === 0 ? 0.16 : -0.16) * open, head + unit * (0.03 + 0.14 * open));
    brush.translate(plug.x, plug.y);
    brush.rotate(OUTWARDS + angle);
    drawPlug(brush, unit * 0.19);
    brush.restore();
    if (bound < 0.3) continue;
    const dot = at(angle - 0.1, head + unit * 0.1);
    brush.save();
    brush.translate(dot.x, dot.y);
    drawGlutamateDot(brush, unit * 0.11);
    brush.restore();
  }
}

function glutamate(brush: Brush, unit: number, head: number, seed: number, age: number): void {
  if (age < 0 || age > SEEN_MS) return;
  for (let k = 0; k < 28; k++) {
    const [u, v, w] = [noise(seed, k, 1), noise(seed, k, 2), noise(seed, k, 3)];
    const begun = age - (k % 4) * 25;
    const flight = 110 + 120 * u;
    const stays = flight + 160 + 260 * w;
    if (begun <= 0 || begun > stays) continue;
    const t = ramp(begun, 0, flight);
    const from = at([-0.52, 0, 0.52][Math.floor(v * 3)]!, head + unit * (CLEFT + 0.08));
    const to = at((v - 0.5) * 2, head * mix(0.4, 0.98, Math.sqrt(w)));
    brush.save();
    brush.globalAlpha = clamp((stays - begun) / 140);
    brush.translate(mix(from.x, to.x, t), mix(from.y, to.y, t));
    drawGlutamateDot(brush, unit * 0.11);
    brush.restore();
  }
}

function calcium(brush: Brush, unit: number, head: number, synapse: PhoneSynapse, answered: number): void {
  if (answered > 1000) return;
  const count = Math.min(24, Math.round(synapse.calcium / 7));
  for (let k = 0; k < count; k++) {
    const begun = answered - 300 * noise(synapse.tapAt, k, 4);
    if (begun <= 0 || begun > 650) continue;
    const door = at(channelAngle(Math.floor(noise(synapse.tapAt, k, 5) * CHANNELS)), head * 1.02);
    const goal = at((noise(synapse.tapAt, k, 6) - 0.5) * 3.4, head * (0.2 + 0.55 * noise(synapse.tapAt, k, 7)));
    const t = 1 - (1 - begun / 650) ** 2;
    brush.save();
    brush.globalAlpha = clamp((650 - begun) / 90);
    brush.translate(mix(door.x, goal.x, t), mix(door.y, goal.y, t));
    drawStar(brush, unit * 0.26);
    brush.restore();
  }
}
