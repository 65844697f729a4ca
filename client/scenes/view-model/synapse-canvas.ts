/** One synapse on a 2D canvas, for the phone page: no Phaser, no DOM beyond the context. */
export interface PhoneSynapse {
  /** AMPA receptors in the postsynaptic density, a whole number 0 … 150. */
  readonly receptors: number;
  /** Single-channel conductance, percent of rest. */
  readonly conductance: number;
  /** Synaptic strength, percent of baseline. */
  readonly strength: number;
  /** Spine volume, percent of rest. */
  readonly volume: number;
  /** The last tap, ms on the same clock as `now`; -Infinity if none. */
  readonly tapAt: number;
  /** When the room answered it, ms on the same clock; -Infinity if it has not. */
  readonly answeredAt: number;
  /** Whether the shared cell spiked within that tap's burst. */
  readonly spiked: boolean;
  /** Highest calcium of the own synapse after that tap, percent of the LTP threshold. */
  readonly calcium: number;
}

/**
 * Draws the student's own synapse: a pure function of its arguments.
 * @param width   CSS px (scale the context for the device's pixel ratio)
 * @param height  CSS px
 * @param now     ms, any clock that `tapAt` and `answeredAt` share
 * @param calm    no flights or jiggle (prefers-reduced-motion)
 */
export function drawSynapse(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  synapse: PhoneSynapse,
  now: number,
  calm: boolean,
): void {
  context.clearRect(0, 0, width, height);
  const unit = Math.min(width, height) / 4;
  const lit = calm ? 0 : Math.max(0, 1 - (now - synapse.tapAt) / 600);
  context.fillStyle = `rgba(86, 180, 233, ${0.3 + 0.5 * lit})`;
  context.beginPath();
  context.arc(width / 2, height / 2, unit * Math.min(1.35, Math.sqrt(synapse.volume / 100)), 0, 2 * Math.PI);
  context.fill();
}
