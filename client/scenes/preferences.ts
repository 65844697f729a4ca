/** How a viewer wants the picture drawn; the truth drawn is the same. */
export interface Preferences {
  /** No jiggle and no flights: cross-fades, and a filled cleft instead of flying dots (prefers-reduced-motion, low power). */
  readonly calm: boolean;
}
