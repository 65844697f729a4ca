/**
 * Late LTP in other groups' models, weight relative to baseline. Times are hours after the first stimulus of the pathway that
 * is named.
 */

/** Hours of the columns of TagTriC. */
export const CLOPATH_HOURS = [0.25, 0.5, 1, 2, 3, 4, 6] as const;
/** Clopath 2008: the weak or the strong pathway alone; "anisomycin" from 30 min before to 2 h after. */
export const clopathCourses = {
  weak: [1.145, 1.105, 1.064, 1.028, 1.004, 0.999, 1.0],
  "one-tetanus": [1.299, 1.266, 1.209, 1.169, 1.139, 1.134, 1.136],
  "three-tetani": [1.344, 1.335, 1.291, 1.27, 1.235, 1.222, 1.216],
  "three-tetani-anisomycin": [1.299, 1.253, 1.154, 1.048, 1.016, 1.004, 0.997],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** Hours of the columns of Luboeinski & Tetzlaff. */
export const LUBOEINSKI_HOURS = [0.25, 1, 2, 3, 4, 6, 8] as const;
/** Luboeinski & Tetzlaff 2021: with noise; the block of protein synthesis from 30 min before to 4 h after. */
export const luboeinskiCourses = {
  weak: [1.312, 1.211, 1.125, 1.074, 1.044, 1.015, 1.005],
  "one-tetanus": [1.817, 1.841, 1.884, 1.82, 1.744, 1.672, 1.647],
  "three-tetani": [1.935, 1.979, 2.048, 1.982, 1.899, 1.808, 1.776],
  "three-tetani-anisomycin": [1.906, 1.671, 1.398, 1.236, 1.14, 1.049, 1.017],
  /** 900 pulses at 1 Hz, at random. */
  slow: [0.732, 0.819, 0.893, 0.936, 0.962, 0.987, 0.995],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** Gap between weak and strong, hours (positive: weak first), and the weak pathway hours later. */
export interface Rescue {
  readonly gaps: readonly number[];
  readonly weights: readonly number[];
}

/** Six hours after the weak pathway's stimulus. */
export const clopathRescue: Rescue = {
  gaps: [-3, -2, -1, -0.5, 0.25, 0.5, 1, 1.5, 2, 3, 4],
  weights: [1.006, 1.002, 1.098, 1.095, 1.077, 1.058, 1.045, 1.042, 1.02, 0.999, 0.997],
};

/** Eight hours after the weak pathway's stimulus. */
export const luboeinskiRescue: Rescue = {
  gaps: [-3, -2, -1, -0.5, -0.25, 0.25, 0.5, 1, 1.5, 2, 3],
  weights: [1.281, 1.523, 1.581, 1.508, 1.44, 1.247, 1.144, 1.012, 1.005, 1.005, 1.005],
};

/** Smolen 2006: late weight at 24 h after 1 … 6 tetani, by the minutes between them. */
export const smolenTetani: readonly { readonly minutes: number; readonly weights: readonly number[] }[] = [
  { minutes: 5, weights: [1.1093, 1.5484, 2.4103, 2.7251, 2.7611, 2.7859] },
  { minutes: 10, weights: [1.1093, 1.5554, 2.4405, 2.7306, 2.769, 2.7967] },
  { minutes: 0.333, weights: [1.1093, 1.4282, 1.943, 2.5171, 2.716, 2.7445] },
];
