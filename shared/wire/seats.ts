/** A set of seats in few letters: a hexadecimal digit for four of them. */

const PER_DIGIT = 4;

export function packSeats(seats: Iterable<number>): string {
  const digits: number[] = [];
  for (const seat of seats) {
    const at = Math.floor(seat / PER_DIGIT);
    while (digits.length <= at) digits.push(0);
    digits[at]! |= 1 << (seat % PER_DIGIT);
  }
  return digits.map((digit) => digit.toString(16)).join("");
}

export const hasSeat = (packed: string, seat: number): boolean =>
  ((Number.parseInt(packed[seat >> 2] ?? "0", 16) >> (seat & 3)) & 1) === 1;
