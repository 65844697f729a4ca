/**
 * Arithmetic that is the same bit for bit in every JavaScript engine. The language leaves exp, log, pow and the
 * trigonometric functions to the engine (Safari and Chrome differ in one exp in ten, two versions of Node in one pow in
 * ten), and a recorded class must come out the same everywhere. Here only + - * / and bit patterns are used, which are
 * exact by definition.
 */

const LOG2E = Math.LOG2E;
/** ln 2 in two parts, so that n · ln 2 loses no digit: the first has 21 trailing zero bits. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^n for n = -1074 … 1023, by exact doubling and halving. */
const POWERS_OF_TWO = new Float64Array(2098);
POWERS_OF_TWO[1074] = 1;
for (let n = 1; n <= 1023; n++) POWERS_OF_TWO[1074 + n] = POWERS_OF_TWO[1073 + n]! * 2;
for (let n = 1; n <= 1074; n++) POWERS_OF_TWO[1074 - n] = POWERS_OF_TWO[1075 - n]! / 2;

/** e^x, within 4e-16 of the true value relative to it (range reduction to |r| ≤ ln2/2, Taylor series by Horner's rule). */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x;
  if (x < -745.1332191019411) return 0;
  const n = Math.floor(x * LOG2E + 0.5);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  let sum = 1 + r / 13;
  sum = 1 + (r / 12) * sum;
  sum = 1 + (r / 11) * sum;
  sum = 1 + (r / 10) * sum;
  sum = 1 + (r / 9) * sum;
  sum = 1 + (r / 8) * sum;
  sum = 1 + (r / 7) * sum;
  sum = 1 + (r / 6) * sum;
  sum = 1 + (r / 5) * sum;
  sum = 1 + (r / 4) * sum;
  sum = 1 + (r / 3) * sum;
  sum = 1 + (r / 2) * sum;
  sum = 1 + r * sum;
  // Subnormal results are reached in two exact-enough steps; 2^1024 does not exist, 2 · 2^1023 does.
  if (n < -1022) return sum * POWERS_OF_TWO[1074 + n + 54]! * POWERS_OF_TWO[1074 - 54]!;
  return n > 1023 ? sum * 2 * POWERS_OF_TWO[1074 + n - 1]! : sum * POWERS_OF_TWO[1074 + n]!;
}

const SQRT_2 = Math.SQRT2;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which of the two words holds the exponent. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** ln x: x = m · 2^n with m near 1, and ln m = 2 artanh((m - 1)/(m + 1)) by its series. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let n = 0;
  float[0] = x;
  if (x < 2.2250738585072014e-308) {
    float[0] = x * POWERS_OF_TWO[1074 + 54]!;
    n = -54;
  }
  n += (words[HIGH]! >>> 20) - 1023;
  words[HIGH] = (words[HIGH]! & 0x000fffff) | 0x3ff00000;
  let m = float[0]!;
  if (m > SQRT_2) {
    m /= 2;
    n++;
  }
  const f = (m - 1) / (m + 1);
  const g = f * f;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = g * (sum + 1 / k);
  return n * LN2_HIGH + (2 * f + (2 * f * sum + n * LN2_LOW));
}

/** x^y for x ≥ 0. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  return exp(y * log(x));
}

/** cos(2πx): x in turns. Within 1e-15. */
export function cosTurn(x: number): number {
  const half = x - Math.floor(x + 0.5);
  const a = half < 0 ? -half : half;
  // cos falls from 1 to -1 over half a turn; each quarter by the series that is short there.
  return a <= 0.125 ? cosSeries(a) : a <= 0.375 ? sinSeries(0.25 - a) : -cosSeries(0.5 - a);
}

/** sin(2πx): x in turns. */
export const sinTurn = (x: number): number => cosTurn(x - 0.25);

const TAU = 6.283185307179586;

function cosSeries(turns: number): number {
  const a = turns * TAU;
  const g = a * a;
  let sum = 1;
  for (let k = 18; k >= 2; k -= 2) sum = 1 - (g / (k * (k - 1))) * sum;
  return sum;
}

function sinSeries(turns: number): number {
  const a = turns * TAU;
  const g = a * a;
  let sum = 1;
  for (let k = 19; k >= 3; k -= 2) sum = 1 - (g / (k * (k - 1))) * sum;
  return a * sum;
}
