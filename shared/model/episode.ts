import { type Cell, SCALAR } from "./cell.ts";

/**
 * The drive y of the trigger for new proteins: it rises within an episode of potentiation and forgets it in a minute, so
 * that a train of bursts counts once however long it is (consolidation.ts reads it).
 *
 *   A = min(1, contacts above thP / 60);   y ← (y + (1 - y)·(1 - exp(-A·1 ms/300 ms)))·exp(-1 ms/tauOff)
 */
export function episode({ parameters: p, scalars, factors }: Cell): void {
  const potentiating = scalars[SCALAR.potentiating]!;
  let y = scalars[SCALAR.y]!;
  if (potentiating > 0) {
    const x = (potentiating < p.ySaturation ? potentiating / p.ySaturation : 1) / p.tauY;
    // 1 - e^-x for x of a few thousandths, to eleven digits.
    y += (1 - y) * x * (1 - (x / 2) * (1 - x / 3));
    scalars[SCALAR.driven] = 1;
  }
  scalars[SCALAR.y] = y * factors.yFall;
}
