import { type Cell, checkInput, RING, SCALAR } from "./cell.ts";

/** Schedules one presynaptic spike, `delay` whole ms from now. @throws RangeError when that is RING ms ahead or more */
export const scheduleSpike = (cell: Cell, input: number, delay: number): void =>
  scheduleBurst(cell, input, delay, 1, 0);

/**
 * Schedules a burst of presynaptic spikes, the first `delay` whole ms from now: what one tap is.
 * @throws RangeError when its last spike is RING ms ahead or more, or a time is no whole ms; nothing is then scheduled
 */
export function scheduleBurst(
  cell: Cell,
  input: number,
  delay: number,
  spikes: number = cell.parameters.burstSpikes,
  interval: number = cell.parameters.burstInterval,
): void {
  checkInput(cell, input);
  const last = delay + (spikes - 1) * interval;
  if (!(Number.isInteger(delay) && Number.isInteger(interval) && delay >= 0 && interval >= 0 && last < RING)) {
    throw new RangeError(`${spikes} spikes from ${delay} ms, ${interval} ms apart: whole ms, less than ${RING} ahead`);
  }
  for (let i = 0; i < spikes; i++) {
    const row = (cell.scalars[SCALAR.time]! + delay + i * interval) % RING;
    cell.due[row * cell.capacity + input]!++;
    cell.dueTotal[row]!++;
    cell.scalars[SCALAR.pending]!++;
  }
}
