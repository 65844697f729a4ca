/**
 * Arithmetic that is the same bit for bit in every JavaScript engine. The language leaves exp, log, pow and the
 * trigonometric functions to the engine (Safari and Chrome differ in one exp in ten, two versions of Node in one pow in
 * ten), and a recorded class must come out the same everywhere. Here only + - * / floor and bit patterns are used, which
 * are exact by definition.
 */

/** ln 2 in two parts, so that n · ln 2 loses no digit: the first has 21 trailing zero bits. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^n for n = -1074 … 1023, by exact doubling and halving. */
const POWERS_OF_TWO = new Float64Array(2098);
POWERS_OF_TWO[1074] = 1;
for (let n = 1; n <= 1023; n++) POWERS_OF_TWO[1074 + n] = POWERS_OF_TWO[1073 + n]! * 2;
for (let n = 1; n <= 1074; n++) POWERS_OF_TWO[1074 - n] = POWERS_OF_TWO[1075 - n]! / 2;

/**
 * e^x, within 5e-16 of the true value relative to it: x = n · ln 2 + r with |r| ≤ ln 2/2, e^r by 13 terms of its Taylor
 * series. Infinity above 709.78, 0 below -745.13, NaN for NaN.
 */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x;
  if (x < -745.1332191019411) return 0;
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  let sum = 1 / 479001600 + r * (1 / 6227020800);
  sum = 1 / 39916800 + r * sum;
  sum = 1 / 3628800 + r * sum;
  sum = 1 / 362880 + r * sum;
  sum = 1 / 40320 + r * sum;
  sum = 1 / 5040 + r * sum;
  sum = 1 / 720 + r * sum;
  sum = 1 / 120 + r * sum;
  sum = 1 / 24 + r * sum;
  sum = 1 / 6 + r * sum;
  sum = 0.5 + r * sum;
  sum = 1 + r * sum;
  sum = 1 + r * sum;
  // Results below the normal range round once, in the last product; 2^1024 does not exist, 2 · 2^1023 does.
  if (n < -1022) return sum * POWERS_OF_TWO[1074 + n + 54]! * POWERS_OF_TWO[1074 - 54]!;
  return n > 1023 ? sum * 2 * POWERS_OF_TWO[1074 + n - 1]! : sum * POWERS_OF_TWO[1074 + n]!;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which of the two words holds the exponent. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** ln x. -Infinity at 0, NaN below and for NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  return x === Number.POSITIVE_INFINITY ? x : logParts(x);
}

/** What the last `logParts` left over: ln x = its result + this, to 60 bits and more. */
let logRest = 0;

/** ln x for finite x > 0: x = m · 2^n with m near 1, and ln m = 2 artanh((m - 1)/(m + 1)) by its series. */
function logParts(x: number): number {
  let n = 0;
  float[0] = x;
  if (x < 2.2250738585072014e-308) {
    float[0] = x * POWERS_OF_TWO[1074 + 54]!;
    n = -54;
  }
  n += (words[HIGH]! >>> 20) - 1023;
  words[HIGH] = (words[HIGH]! & 0x000fffff) | 0x3ff00000;
  let m = float[0]!;
  if (m > Math.SQRT2) {
    m /= 2;
    n++;
  }
  // f = (m - 1)/(m + 1) and what its rounding lost.
  const sum = m + 1;
  const lost = m < 1 ? m - (sum - 1) : 1 - (sum - m);
  const f = (m - 1) / sum;
  const fRest = (m - 1 - f * sum - productRest(f, sum) - f * lost) / sum;
  const g = f * f;
  let series = 0;
  for (let k = 23; k >= 3; k -= 2) series = g * (series + 1 / k);
  const whole = n * LN2_HIGH;
  const high = whole + 2 * f;
  const low = (n === 0 ? 0 : 2 * f - (high - whole)) + (2 * (fRest + f * series) + n * LN2_LOW);
  const result = high + low;
  logRest = low - (result - high);
  return result;
}

/** a · b = (a * b) + this, exactly (T. J. Dekker 1971, Numer Math 18:224), short of overflow and underflow. */
function productRest(a: number, b: number): number {
  const aScaled = a * 134217729;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * 134217729;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** x^y as the language defines it, for x ≥ 0; NaN for every negative x. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || !(y < 1e19 && y > -1e19)) return exp(y * log(x));
  const ln = logParts(x);
  const product = y * ln;
  if (!(product < 710 && product > -746)) return exp(product);
  return exp(product) * (1 + (productRest(y, ln) + y * logRest));
}

/** cos 2πx: x in turns. Within 1e-15. */
export function cosTurn(x: number): number {
  const half = x - Math.floor(x + 0.5);
  const a = half < 0 ? -half : half;
  // cos falls from 1 to -1 over half a turn; each quarter by the series that is short there.
  return a <= 0.125 ? cosSeries(a) : a <= 0.375 ? sinSeries(0.25 - a) : -cosSeries(0.5 - a);
}

/** sin 2πx: x in turns. Within 1e-15. */
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
