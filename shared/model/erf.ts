import { exp } from "./math.ts";

/** 2/√π */
const SCALE = 1.1283791670955126;

/**
 * The error function, erf(x) = 2/√π ∫₀ˣ e^(-t²) dt, from + - × ÷ and the portable exp: its Taylor series near 0, Lentz's
 * continued fraction of the complement further out. Within 1e-12.
 */
export function erf(x: number): number {
  const size = x < 0 ? -x : x;
  if (!(size > 0)) return size;
  const value = size < 2.5 ? series(size) : size < 6 ? 1 - complement(size) : 1;
  return x < 0 ? -value : value;
}

function series(x: number): number {
  const square = x * x;
  let term = x;
  let sum = x;
  for (let n = 1; n < 80; n++) {
    term *= -square / n;
    const part = term / (2 * n + 1);
    sum += part;
    if (part < 1e-17 && part > -1e-17) break;
  }
  return SCALE * sum;
}

function complement(x: number): number {
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return (SCALE * exp(-x * x)) / 2 / fraction;
}
