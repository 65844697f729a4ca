import { simulated } from "../../../shared/model/graupner-brunel.ts";
import {
  frequencyCurve,
  preTrainCurve,
  type SliceProtocolId,
  sliceCurve,
  spikePairs,
  stdpCurve,
} from "../../../shared/model/graupner-brunel-curves.ts";
import { GRAUPNER_BRUNEL_SETS, type GraupnerBrunelSetId } from "../../../shared/model/graupner-brunel-sets.ts";
import { largestDifference, type Numbers, publishedNumbers, publishedStdp } from "./gb-reference.ts";
import { above, atMost, below, type Measure, near, type Row } from "./row.ts";

/** Of the closed form, 60 pairs at 1 Hz; of the other protocols. */
const CLOSED_FORM = 0.002;
const OTHER_PROTOCOLS = 0.005;
/** Of the simulation beside the closed form, which leaves the cubic drift out. */
const SIMULATION = 0.03;
const DRAWS = { runs: 1000, seed: 1 };
const SIMULATED_AT = [-20, -10, 0, 5, 10, 20];

/** The set's whole curve beside the reference's, its stated points, and the simulation at some intervals. */
function curve(id: GraupnerBrunelSetId, points: Readonly<Record<number, number>>): Measure[] {
  const reference = publishedStdp(id);
  const dts = (lines: readonly Numbers[]) => lines.map((line) => line.dt_ms!);
  const got = stdpCurve(id, dts(reference));
  return [
    atMost(
      `${id}, -100 to 100 ms, largest difference`,
      largestDifference(reference, "change_an", (_, i) => got[i]!.change),
      CLOSED_FORM,
    ),
    ...Object.entries(points)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([dt, required]) => near(`${id}, ${dt} ms`, changeAt(id, Number(dt)), required, CLOSED_FORM)),
    ...SIMULATED_AT.map((dt) => {
      const { change } = simulated(id, spikePairs(dt, { count: 60, hz: 1 }), DRAWS);
      return near(`${id}, ${dt} ms, simulated`, change, changeAt(id, dt), SIMULATION);
    }),
  ];
}

const changeAt = (id: GraupnerBrunelSetId, dt: number): number => stdpCurve(id, [dt])[0]!.change;

/** Points that the table states; those of the first set are a row of their own. */
const DP_POINTS = { [-20]: 0.764, [-10]: 0.882, 5: 1.24, 10: 1.221, 20: 1.172 };
const OTHER_POINTS: Readonly<Partial<Record<GraupnerBrunelSetId, Readonly<Record<number, number>>>>> = {
  p: { [-10]: 1.23, 10: 1.23 },
  d: { 0: 0.637 },
  "hippocampal-cultures": { 0: 0.774, 10: 1.212 },
  "cortical-slices": { [-5]: 0.735, 5: 1.13 },
};

function slices(): Measure[] {
  const reference = publishedNumbers("gb2012_slices_5Hz");
  const stated: readonly [SliceProtocolId, string, number][] = [
    ["200-pairs", "change_200pairs", 0.714],
    ["100-doublets", "change_100doublets", 1.672],
    ["30-doublets", "change_30doublets", 1.241],
  ];
  return stated.flatMap(([protocol, column, required]) => {
    const got = sliceCurve(
      protocol,
      reference.map((line) => line.dt_ms!),
    );
    const worst = largestDifference(reference, column, (_, i) => got[i]!.change);
    return [
      near(`${protocol}, +15 ms`, sliceCurve(protocol, [15])[0]!.change, required, OTHER_PROTOCOLS),
      atMost(`${protocol}, -95 to 95 ms, largest difference`, worst, OTHER_PROTOCOLS),
    ];
  });
}

/** Trains of 900, 100 and 20 at 0.5 to 100 Hz. The trap: 1 to 3 Hz do nothing here, where slices depress. */
function preTrains(): Measure[] {
  const reference = publishedNumbers("gb2012_slices_preonly_trains");
  const got = ({ freq_Hz, N }: Numbers) => preTrainCurve("hippocampal-slices", [freq_Hz!], N!)[0]!;
  return (["change", "UP", "DOWN"] as const).map((column) => {
    const of = (line: Numbers) => got(line)[column === "change" ? "change" : column === "UP" ? "up" : "down"];
    return atMost(`${column}, largest difference`, largestDifference(reference, column, of), OTHER_PROTOCOLS);
  });
}

function frequencies(): Measure[] {
  const reference = publishedNumbers("gb2012_cortical_75pairs_freq");
  const stated: readonly [dt: number, column: string, readonly (readonly [hz: number, required: number])[]][] = [
    [10, "change_dt+10", [1, 20, 40, 50].map((hz, i) => [hz, [1.061, 1.253, 1.553, 1.637][i]!])],
    [-10, "change_dt-10", [1, 20, 40, 50].map((hz, i) => [hz, [0.691, 0.635, 1.585, 1.637][i]!])],
  ];
  return stated.flatMap(([dt, column, points]) => {
    const hzs = reference.map((line) => line.freq_Hz!);
    const got = frequencyCurve(dt, hzs);
    return [
      ...points.map(([hz, required]) =>
        near(`${dt} ms, ${hz} Hz`, frequencyCurve(dt, [hz])[0]!.change, required, OTHER_PROTOCOLS),
      ),
      atMost(
        `${dt} ms, 0.1 to 50 Hz, largest difference`,
        largestDifference(reference, column, (_, i) => got[i]!.change),
        OTHER_PROTOCOLS,
      ),
    ];
  });
}

/** A curve of what is gained or lost, over intervals in ms. */
type Curve = readonly (readonly [dt: number, change: number])[];

/** How wide a curve's largest gain is at half its height; of its largest loss the same. Between points by lines, ms. */
function halfWidth(curve: Curve, sign: 1 | -1): number {
  const heights = curve.map(([, change]) => sign * change);
  const peak = heights.indexOf(Math.max(...heights));
  const half = heights[peak]! / 2;
  const edge = (direction: 1 | -1): number => {
    let at = peak;
    while (heights[at + direction] !== undefined && heights[at + direction]! > half) at += direction;
    const [[inside], outside] = [curve[at]!, curve[at + direction]];
    if (!outside) return inside;
    const share = (heights[at]! - half) / (heights[at]! - heights[at + direction]!);
    return inside + share * (outside[0] - inside);
  };
  return edge(1) - edge(-1);
}

/** The shape of Bi & Poo's curve and never its heights: they are of other cells, and the fit's are from memory. */
function shape(): Measure[] {
  const HALF_MS = Array.from({ length: 401 }, (_, i) => i / 2 - 100);
  const got: Curve = stdpCurve("dp", HALF_MS).map(({ at, change }) => [at, change - 1]);
  const within = (from: number, to: number) => got.filter(([dt]) => dt >= from && dt <= to).map(([, change]) => change);
  // The one change of sign between clear loss and clear gain, by the line between the points beside it.
  const after = got.findIndex(([dt, change]) => dt > -5 && change > 0);
  const [[x0, y0], [x1, y1]] = [got[after - 1]!, got[after]!];

  const fitted: Curve = publishedNumbers("bi_poo_exponential_fit")
    .filter(({ fractional_change }) => !Number.isNaN(fractional_change))
    .map(({ dt_ms, fractional_change }) => [dt_ms!, fractional_change!]);
  const compared = fitted.filter(([dt]) => dt >= -60 && dt <= 40);
  const otherSign = compared.filter(([dt, change]) => change * (changeAt("dp", dt) - 1) <= 0).length;

  const reference: Curve = publishedStdp("dp").map(({ dt_ms, change_an }) => [dt_ms!, change_an! - 1]);
  const wider = (curve: Curve) => halfWidth(curve, -1) - halfWidth(curve, 1);
  return [
    above("0.5 to 40 ms, smallest change", Math.min(...within(0.5, 40)), 0),
    below("-60 to -5 ms, largest change", Math.max(...within(-60, -5)), 0),
    near("where it changes sign, ms", x0 - (y0 * (x1 - x0)) / (y1 - y0), 0, 3, 0),
    atMost("intervals at which Bi & Poo's sign differs", otherSign, 0),
    above("LTD wider than LTP at half height, by ms", wider(got), 0),
    near("the same as the reference's curve has it, ms", wider(got), wider(reference), 1, 1),
    above("and in Bi & Poo's fit, by ms", wider(fitted), 0),
  ];
}

/** The calcium rule as published, beside its own paper. */
export const graupnerBrunel: readonly Row[] = [
  {
    id: "D5",
    protocol: "published calcium rule, set dp, 60 pairs at 1 Hz",
    literature: "Graupner & Brunel 2012, Fig 2",
    measure: () => curve("dp", DP_POINTS),
  },
  {
    id: "D6",
    protocol: "the same, the other eight sets",
    literature: "Graupner & Brunel 2012, Fig 2",
    measure: () => GRAUPNER_BRUNEL_SETS.filter((id) => id !== "dp").flatMap((id) => curve(id, OTHER_POINTS[id] ?? {})),
  },
  {
    id: "D7",
    protocol: "set hippocampal-slices at 5 Hz: pairs, pre and doublets",
    literature: "Wittenberg & Wang 2006 as fitted in Fig 3",
    measure: slices,
  },
  {
    id: "D7",
    protocol: "set hippocampal-slices, presynaptic trains alone",
    literature: "unlike Dudek & Bear 1992: nothing at 1 to 3 Hz",
    measure: preTrains,
  },
  {
    id: "D8",
    protocol: "set cortical-slices, 75 pairs at ±10 ms, 0.1 to 50 Hz",
    literature: "Sjöström 2001 as fitted in Fig 4",
    measure: frequencies,
  },
  {
    id: "D9",
    protocol: "set dp: the shape of the curve of cultured neurons",
    literature: "Bi & Poo 1998, signs and widths alone",
    measure: shape,
  },
];
