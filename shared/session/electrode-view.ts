import type { Stimulation, Train } from "./stimulation.ts";
import type { ElectrodeView } from "./view.ts";

/** Pulses of a train before `ms`: those of the bursts that are over, and of the last that has begun. Bursts never overlap. */
function pulsesBefore({ start, bursts, every, pulses, apart }: Train, ms: number): number {
  if (ms <= start) return 0;
  const since = ms - 1 - start;
  const over = Math.min(bursts - 1, Math.floor(since / every));
  return over * pulses + Math.min(pulses, Math.floor((since - over * every) / apart) + 1);
}

/** A stimulation as it is told: its rhythm is that of its first train. @param ms since it began */
export function electrodeView({ trains, pace }: Stimulation, ms: number): ElectrodeView {
  const [first] = trains;
  const sum = (of: (train: Train) => number): number => trains.reduce((total, train) => total + of(train), 0);
  const pulses = sum((train) => train.bursts * train.pulses);
  const given = sum((train) => pulsesBefore(train, ms));
  if (!first) return { at: "some", given, pulses, bursts: 1, apart: 0, pace };
  const at = trains.every((train) => train.at === first.at) && typeof first.at !== "number" ? first.at : "some";
  // Bursts of one pulse are a plain train.
  const single = first.pulses === 1;
  const bursts = single ? 1 : first.bursts;
  const apart = single ? (first.bursts === 1 ? 0 : first.every) : first.apart;
  return { at, given, pulses, bursts, apart, pace };
}
