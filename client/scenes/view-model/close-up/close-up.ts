import { TICK_MS } from "../../../../shared/session/events.ts";
import { pulseTime } from "../../../../shared/session/pulse.ts";
import type { Moment } from "../../moment.ts";
import type { Preferences } from "../../preferences.ts";
import { hold, mayPulse, PULSE_EVERY_MS, pulse } from "../flash-budget.ts";
import { clamp } from "../geometry.ts";
import { MOST_RECEPTORS } from "../slots.ts";
import { lingeringVoltage, REST_MV, voltage } from "../traces.ts";
import { setAnchors } from "./anchors.ts";
import { captionUnder, hasPlugs, leavesAtMillivolts, readBath } from "./bath.ts";
import { captionFor } from "./captions.ts";
import { drawCalcium, drawChannels, drawSodium, drawWaiting } from "./channels.ts";
import type { CloseUpFrame } from "./close-up-frame.ts";
import { type CloseUpLayout, layOutCloseUp, widthOf } from "./close-up-layout.ts";
import { drawCurrents } from "./currents.ts";
import { readKeys } from "./keys.ts";
import { drawKinases, drawProteins } from "./late.ts";
import { drawReceptors, phosphorylatedShare, slotsFor } from "./receptors.ts";
import { drawGlutamate, drawSpikes, drawVesicles } from "./release.ts";
import { readTraffic } from "./traffic.ts";

export { layOutCloseUp };

/** The dendrite's height shows this range, mV. */
const GAUGE = { from: -80, to: 10 } as const;
/** Calcium above which a synapse grows, in units of the LTD threshold (MODEL.md). */
const LTP_CALCIUM = 1.43;
/** Receptors open when the first glutamate has crossed the cleft, ms after the tap. */
const OPENS_AFTER_MS = 90;
/** So much above the line, as a share of the dendrite's height, is seen to be above it. */
const ABOVE_LINE = 0.04;
/** CaMKII lights up in this time, stays lit, and is dark again, ms. */
const KINASE_RISE_MS = 220;
const KINASE_FROM_MS = 700;
const KINASE_GONE_MS = 1900;

const within = (v: number): number => clamp((v - GAUGE.from) / (GAUGE.to - GAUGE.from));
/**
 * Describes one synapse at one instant: everything that is drawn follows from the moment, the layout and the preferences.
 * The frame holds buffers, and how fast its caller plays (`pace`).
 * @returns `frame`, filled
 */
export function describeCloseUp(
  moment: Moment,
  seat: number,
  layout: CloseUpLayout,
  preferences: Preferences,
  frame: CloseUpFrame,
): CloseUpFrame {
  const { pulses, time, view } = moment;
  const calm = preferences.calm || !mayPulse(frame.pace);
  frame.time = time;
  frame.seat = seat;
  frame.light.count = 0;
  frame.molecules.count = 0;
  readState(moment, seat, frame);
  readTaps(moment, seat, frame);
  readBath(view.conditions, frame.bath);
  readKeys(pulses, seat, time, frame.bath, frame);
  frame.release = glowOf(frame, 0);
  frame.flash = frame.bath.cnqx ? 0 : glowOf(frame, OPENS_AFTER_MS);
  frame.cleft = calm ? frame.release : 0;
  const lingering = lingeringVoltage(pulses, time, frame.pace);
  frame.line = hasPlugs(frame.bath) ? within(leavesAtMillivolts(frame.bath)) : 0;
  // Beside a turned key of glutamate nothing lingers: the level never stands above the line while the lock says too low.
  const missed = frame.glutamate && frame.opening === 0;
  frame.level = within(missed ? voltage(pulses, "dendrite", time) : lingering);
  // And as long as plugs are seen out, the level is seen above it.
  if (frame.opening > 0) frame.level = Math.max(frame.level, frame.line + ABOVE_LINE);
  frame.charge = clamp((lingering - REST_MV - 4) / 45);
  frame.kinase = frame.bath.noKinase ? 0 : kinaseOf(moment, seat);
  frame.proteins = clamp(view.proteins / 100);

  drawVesicles(frame, layout, calm);
  drawWaiting(frame, layout, calm);
  drawReceptors(frame, layout, calm);
  drawKinases(frame, layout);
  drawChannels(frame, layout, pulses);
  drawProteins(frame, layout, calm);
  if (!calm) {
    if (!frame.bath.cnqx) drawSodium(frame, layout);
    drawCalcium(frame, layout, pulses);
    drawGlutamate(frame, layout);
    drawSpikes(frame, layout);
    drawCurrents(frame, layout, pulses);
  }
  frame.caption = captionUnder(frame.bath, captionFor(frame, moment));
  setAnchors(frame, layout);
  return frame;
}

/** What the view says of the seat: numbers that change over seconds. */
function readState({ view, changes, time }: Moment, seat: number, frame: CloseUpFrame): void {
  const synapse = view.seats[seat];
  frame.group = synapse?.group ?? "A";
  frame.connected = synapse?.connected ?? true;
  const receptors = Math.min(MOST_RECEPTORS, synapse?.receptors ?? 0);
  const volume = synapse?.volume ?? 100;
  readTraffic(changes, seat, time, frame.traffic);
  frame.wide = widthOf(volume);
  frame.slots = slotsFor(receptors, volume);
  frame.density = Math.sqrt(frame.slots / MOST_RECEPTORS);
  frame.arriving = Math.min(receptors, frame.traffic.arrivals.length);
  frame.seated = receptors - frame.arriving;
  frame.leaving = frame.traffic.departures.length;
  frame.phosphorylated = phosphorylatedShare(synapse?.conductance ?? 100);
  frame.transmitter = synapse?.release ?? 100;
  frame.tag = synapse?.tag ?? 0;
}

/** The seat's taps, and which of them may flash: none that follows another too soon (flash-budget.ts). */
function readTaps({ pulses }: Moment, seat: number, { taps }: CloseUpFrame): void {
  taps.count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const pulse of pulses) {
    for (const tap of pulse.taps) {
      if (tap.seat !== seat || taps.count >= taps.time.length) continue;
      const time = pulseTime(pulse) + tap.offset;
      taps.time[taps.count] = time;
      taps.seed[taps.count] = pulse.tick * 64 + seat;
      taps.flashes[taps.count++] = time - last >= PULSE_EVERY_MS ? 1 : 0;
      last = time;
    }
  }
}

/** Brightness of what a tap lights up so long after it: it covers a few percent of the picture, so that one source's budget is all. */
function glowOf({ taps, time, pace }: CloseUpFrame, after: number): number {
  let most = 0;
  for (let i = 0; i < taps.count; i++) {
    const age = time - taps.time[i]! - after;
    most = Math.max(most, taps.flashes[i] === 1 && mayPulse(pace) ? pulse(age) : hold(age));
  }
  return most;
}

/** CaMKII works where calcium passed the threshold of LTP, and for a while after, 0 … 1. */
function kinaseOf({ pulses, time }: Moment, seat: number): number {
  let most = 0;
  for (const pulse of pulses) {
    const age = time - pulse.tick * TICK_MS;
    if (age < 0 || (pulse.calcium[seat] ?? 0) < LTP_CALCIUM) continue;
    const fallen = clamp((age - KINASE_FROM_MS) / (KINASE_GONE_MS - KINASE_FROM_MS));
    most = Math.max(most, clamp(age / KINASE_RISE_MS) * (1 - fallen));
  }
  return most;
}
