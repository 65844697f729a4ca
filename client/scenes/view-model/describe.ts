import { pulseTime } from "../../../shared/session/pulse.ts";
import type { SeatView } from "../../../shared/session/view.ts";
import type { Moment } from "../moment.ts";
import type { Preferences } from "../preferences.ts";
import { type Burst, VolleyReader } from "./bursts.ts";
import { drawAxonSpikes, drawBackPropagation, drawEpsps } from "./currents.ts";
import { brightness, type Flash, hold, mayPulse, pulse } from "./flash-budget.ts";
import { emptyFrame, type SceneFrame, type SynapseFrame } from "./frame.ts";
import { clamp } from "./geometry.ts";
import { LARGEST_HEAD, type Layout } from "./layout.ts";
import { drawCalcium, drawChannels, drawGlutamate, drawRecruits, drawVesicles } from "./molecules.ts";
import { departures } from "./recruits.ts";
import { fieldRadius } from "./slots.ts";
import {
  boundGlutamate,
  FIRES_MV,
  lingeringVoltage,
  MAGNESIUM_LEAVES_MV,
  openings,
  REST_MV,
  voltage,
} from "./traces.ts";

/** The soma's vessel shows this range, mV: rest near the bottom, the threshold at four fifths. */
const VESSEL = { from: -74, to: -48 } as const;
/** The dendrite's gauge shows this range, mV. */
const GAUGE = { from: -80, to: 10 } as const;
/** The halo of a flashing synapse reaches this far, in head radii. It stays below a tenth of white's luminance, so it is no flash. */
export const HALO = 1.5;
/** The soma's glow reaches this far, in its radii. */
export const GLOW = 2.3;
/** Within these radii it is bright enough to count as a flash. */
const FLASHING = 1.1;
/** Calcium above which a synapse grows, in units of the LTD threshold (MODEL.md). */
const LTP_CALCIUM = 1.43;
/** A ring runs out from the soma after a spike in this time, ms. */
const RING_MS = 650;

/** Buffers of one picture, used again for each instant; and how fast its caller plays. */
export interface Canvas {
  /** Session ms that pass in a ms on the wall: 1 live. */
  pace: number;
  readonly frame: SceneFrame;
  /** Departures of one synapse's recruits. */
  readonly sliding: number[];
  flash: Float32Array;
  open: Float32Array;
  bound: Float32Array;
  readonly glow: Float32Array;
  readonly volley: VolleyReader;
}

export const blankCanvas = (): Canvas => ({
  pace: 1,
  frame: emptyFrame(),
  sliding: [],
  flash: new Float32Array(0),
  open: new Float32Array(0),
  bound: new Float32Array(0),
  glow: new Float32Array(1),
  volley: new VolleyReader(),
});

/**
 * Describes one instant: everything that is drawn follows from the moment, the layout, the preferences and the pace. The
 * canvas holds buffers and no history: the same moment gives the same frame, whatever was drawn before.
 * @param magnified  how many times larger a camera shows it: what flashes covers more of the screen
 * @returns canvas.frame, filled
 */
export function describe(
  moment: Moment,
  layout: Layout,
  { calm }: Preferences,
  canvas: Canvas,
  magnified = 1,
): SceneFrame {
  const { frame, pace } = canvas;
  const pulses = mayPulse(pace);
  const still = calm || !pulses;
  const { seats } = moment.view;
  const n = Math.min(seats.length, layout.places.length);
  if (canvas.flash.length !== n) {
    canvas.flash = new Float32Array(n);
    canvas.open = new Float32Array(n);
    canvas.bound = new Float32Array(n);
  }
  const { bursts, flashes, spikes } = canvas.volley.read(moment.pulses, n, layout.part.holds);
  let most = 0;
  for (let i = 0; i < seats.length; i++) most = Math.max(most, seats[i]!.receptors);
  brightness(flashes, moment.time, share(fieldRadius(layout, most) * magnified, layout), canvas.flash, pulses);
  openings(moment.pulses, moment.time, canvas.open);
  boundGlutamate(moment.pulses, moment.time, canvas.bound);

  frame.time = moment.time;
  frame.light.count = 0;
  frame.molecules.count = 0;
  frame.synapses.length = n;
  for (let i = 0; i < n; i++) {
    frame.synapses[i] ??= newSynapse();
    synapse(moment, layout, still, canvas, seats[i]!, frame.synapses[i]!, bursts[i]!);
  }
  soma(moment, layout, still, canvas, spikes, magnified);
  if (!still) drawBackPropagation(frame.light, layout, n, spikes, moment.time);
  return frame;
}

/** Part of the picture that a disc covers, 0 … 1. */
const share = (radius: number, { width, height }: Layout): number => (Math.PI * radius * radius) / (width * height);

const within = (v: number, { from, to }: { from: number; to: number }): number => clamp((v - from) / (to - from));

const newSynapse = (): SynapseFrame => ({
  seat: 0,
  head: 0,
  receptors: 0,
  seated: 0,
  conductance: 0,
  flash: 0,
  marked: 0,
  release: 0,
  cleft: 0,
  presence: 1,
  channels: 0,
  plugsOut: 0,
});

function synapse(
  moment: Moment,
  layout: Layout,
  calm: boolean,
  canvas: Canvas,
  seat: SeatView,
  out: SynapseFrame,
  bursts: readonly Burst[],
): void {
  const { time, pulses } = moment;
  const place = layout.places[seat.seat] ?? layout.places[0]!;
  const { light, molecules } = canvas.frame;
  out.seat = seat.seat;
  out.head = layout.unit * clamp(Math.sqrt(seat.volume / 100), 0.6, LARGEST_HEAD);
  out.receptors = seat.receptors;
  out.conductance = clamp(0.72 + (seat.conductance - 100) / 120, 0.4, 1);
  out.flash = canvas.flash[seat.seat] ?? 0;
  out.presence = !seat.connected ? 0.3 : seat.asked ? 1 : 0.55;
  readRelease(bursts, time, mayPulse(canvas.pace), out);
  out.cleft = calm ? out.release : 0;
  readLingeringCalcium(moment, out);

  const sliding = departures(moment.changes, seat.seat, time, canvas.sliding);
  out.seated = Math.max(0, seat.receptors - sliding.length);
  if (layout.part.holds[seat.seat]) {
    drawRecruits(molecules, layout, place, out, sliding, time, calm);
    drawVesicles(molecules, layout, place, out, bursts, time);
    drawChannels(molecules, layout, place, out, canvas.bound, canvas.open);
    if (!calm) drawGlutamate(molecules, layout, place, out, bursts, time);
    if (!calm) drawCalcium(molecules, layout, place, out, pulses, time);
  }
  if (calm) return;
  // Light runs through the picture from and to synapses that are not in it.
  drawAxonSpikes(light, place, bursts, time);
  drawEpsps(light, place, bursts, time, seat);
}

/** The bouton's glow while it releases: it is small, so that one source's budget is all. */
function readRelease(bursts: readonly Burst[], time: number, pulses: boolean, out: SynapseFrame): void {
  let most = 0;
  for (let i = 0; i < bursts.length; i++) {
    const { flashes, time: at } = bursts[i]!;
    most = Math.max(most, flashes && pulses ? pulse(time - at) : hold(time - at));
  }
  out.release = most;
}

/** A synapse that grows keeps a golden rim for a while, so that the class sees which ones took part, 0 … 1. */
function readLingeringCalcium({ pulses, time }: Moment, out: SynapseFrame): void {
  let most = 0;
  for (let i = 0; i < pulses.length; i++) {
    const pulse = pulses[i]!;
    const age = time - pulseTime(pulse);
    const calcium = pulse.calcium[out.seat] ?? 0;
    if (age < 0 || calcium < LTP_CALCIUM) continue;
    most = Math.max(most, clamp(age / 120) * (1 - clamp((age - 500) / 1300)));
  }
  out.marked = most;
}

function soma(
  moment: Moment,
  layout: Layout,
  calm: boolean,
  canvas: Canvas,
  spikes: readonly Flash[],
  magnified: number,
): void {
  const { pulses, time } = moment;
  const out = canvas.frame.soma;
  brightness(
    spikes,
    time,
    share(layout.soma.radius * FLASHING * magnified, layout),
    canvas.glow,
    mayPulse(canvas.pace),
  );
  out.glow = canvas.glow[0]!;
  out.threshold = within(FIRES_MV, VESSEL);
  out.level = Math.max(within(voltage(pulses, "soma", time), VESSEL), out.glow > 0.55 ? clamp(out.glow * 1.4) : 0);
  out.magnesium = within(MAGNESIUM_LEAVES_MV, GAUGE);
  const lingering = lingeringVoltage(pulses, time, canvas.pace);
  out.dendrite = within(lingering, GAUGE);
  // Half from the potential, half from the spike's budgeted glow: the tree never flashes more often than the soma.
  out.charge = Math.max(0.75 * clamp((Math.min(lingering, -35) - REST_MV) / 35), out.glow);
  out.ring = 1;
  if (calm) return;
  for (const { time: at } of spikes)
    if (time >= at && time - at < RING_MS) out.ring = Math.min(out.ring, (time - at) / RING_MS);
}
