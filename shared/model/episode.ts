import { type Cell, SCALAR } from "./cell.ts";
import { exp } from "./math.ts";

/**
 * The drive y of the trigger for new proteins: it rises within an episode of potentiation and forgets it in a minute, so
 * that a train of bursts counts once however long it is (consolidation.ts reads it).
 *
 *   A = min(1, contacts above thP / 60);   y ← (y + (1 - y)·(1 - exp(-A·1 ms/300 ms)))·exp(-1 ms/tauOff)
 *
 * @param potentiating contacts whose calcium is above thP
 */
export function episode(cell: Cell, potentiating: number): void {
  const { parameters: p, scalars, factors } = cell;
  let y = scalars[SCALAR.y]!;
  if (potentiating > 0) {
    const rise = potentiating < p.ySaturation ? 1 - exp(-potentiating / p.ySaturation / p.tauY) : factors.yRise;
    y += (1 - y) * rise;
    scalars[SCALAR.driven] = 1;
  }
  scalars[SCALAR.y] = y * factors.yFall;
}
