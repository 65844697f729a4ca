import { predicted } from "../../model/graupner-brunel.ts";
import { preTrainCurve, spikeDoublets, stdpCurve } from "../../model/graupner-brunel-curves.ts";
import { GRAUPNER_BRUNEL_SETS, type GraupnerBrunelSetId } from "../../model/graupner-brunel-sets.ts";
import type { PathwayId } from "../../model/pathways.ts";
import { HOUR } from "../../protocols/laboratory/plan.ts";
import type { Series } from "../figure.ts";
import type { LabRequest } from "../request.ts";
import {
  CLOPATH_HOURS,
  clopathCourses,
  clopathRescue,
  LUBOEINSKI_HOURS,
  luboeinskiCourses,
  luboeinskiRescue,
  smolenTetani,
} from "./model-courses.ts";
import type { Overlay } from "./overlay.ts";
import type { ReportedSign } from "./signs.ts";
import type { SourceId } from "./sources.ts";

/** Which published values belong beside which experiment: only those of the same tissue, drugs and protocol. */

/** Plain bath, no optional mechanisms. */
export const isPlain = ({ drugs, modules }: LabRequest): boolean => drugs.length === 0 && modules.length === 0;

/** CA1 in plain bath, without optional mechanisms: what most of the literature is about. */
export const isPlainCa1 = (request: LabRequest): boolean => request.pathway === "ca1" && isPlain(request);

const percent = (weights: readonly number[]): number[] => weights.map((weight) => 100 * weight);
const seconds = (hours: readonly number[], from = 0): number[] => hours.map((hour) => from + hour * HOUR);

/** Both models' course of an experiment that they have, from a moment on (s). */
export function modelCourses(
  name: keyof typeof clopathCourses & keyof typeof luboeinskiCourses,
  reported: readonly ReportedSign[],
  from = 0,
): Overlay {
  return {
    series: [
      { id: "clopath-2008", seconds: seconds(CLOPATH_HOURS, from), percent: percent(clopathCourses[name]) },
      { id: "luboeinski-2021", seconds: seconds(LUBOEINSKI_HOURS, from), percent: percent(luboeinskiCourses[name]) },
    ],
    reported,
  };
}

export const slowCourse = (reported: readonly ReportedSign[]): Overlay => ({
  series: [{ id: "luboeinski-2021", seconds: seconds(LUBOEINSKI_HOURS), percent: percent(luboeinskiCourses.slow) }],
  reported,
});

/** Signs that are stated in hours (or days) as an overlay, which counts seconds. */
export const inSeconds = (signs: readonly ReportedSign[], unit: number): ReportedSign[] =>
  signs.map((each) => ({ ...each, x: each.x * unit }));

export const publishedPoints = (id: SourceId, x: readonly number[], y: readonly number[]): Series => ({
  ...{ id, kind: "points", published: true, x, y },
});
const publishedLine = (id: SourceId, x: readonly number[], y: readonly number[]): Series => ({
  ...{ id, kind: "line", published: true, x, y },
});

/** The weak pathway hours later, against the gap. */
export const rescues = (): Series[] => [
  publishedPoints("clopath-2008", clopathRescue.gaps, percent(clopathRescue.weights)),
  publishedPoints("luboeinski-2021", luboeinskiRescue.gaps, percent(luboeinskiRescue.weights)),
];

/** Late weight a day after 1 … 6 tetani so many minutes apart; nothing for other distances. */
export function smolen(gap: number): Series[] {
  const row = smolenTetani.find(({ minutes }) => Math.abs(minutes - gap) < 0.05);
  if (!row) return [];
  const tetani = row.weights.map((_, i) => i + 1);
  return [publishedPoints("smolen-2006", tetani, percent(row.weights))];
}

/** Constants that Graupner & Brunel 2012 published for a region's synapses. */
const SETS: Partial<Record<PathwayId, GraupnerBrunelSetId>> = {
  ca1: "hippocampal-slices",
  "ca3-recurrent": "p",
  neocortex: "cortical-slices",
  culture: "dp",
  ...Object.fromEntries(GRAUPNER_BRUNEL_SETS.map((set) => [`gb-${set}`, set])),
};

/** Between the spikes of a doublet in Graupner & Brunel, ms; they count from the second, we from the first. */
const DOUBLET = 11.5;

/** Their prediction for the same pairs. */
export function graupnerBrunelPairs(
  pathway: PathwayId,
  dts: readonly number[],
  { doublet, hz, pairs }: { readonly doublet: number; readonly hz: number; readonly pairs: number },
): Series[] {
  const set = SETS[pathway];
  if (!set) return [];
  const changes =
    doublet === 0
      ? stdpCurve(set, dts, { pairs, hz }).map(({ change }) => change)
      : dts.map((dt) => predicted(set, spikeDoublets(dt + DOUBLET, { count: pairs, hz })).change);
  return [publishedLine("graupner-brunel-2012", dts, percent(changes))];
}

/** Their prediction for presynaptic pulses alone. */
export function graupnerBrunelPulses(pathway: PathwayId, hzs: readonly number[], pulses: number): Series[] {
  const set = SETS[pathway];
  if (!set) return [];
  const changes = preTrainCurve(set, hzs, pulses).map(({ change }) => change);
  return [publishedLine("graupner-brunel-2012", hzs, percent(changes))];
}

/** Pairs at CA3 to CA3 synapses. Mishra 2016, Table 1 */
export const mishra = (): Series => publishedPoints("mishra-2016", [-10, 10], [159, 178]);
