/** What an experimenter's electrode in the soma does to the cell. A class has none. */
export interface Electrode {
  /** Potential at which the soma is held, mV; it then neither spikes nor follows its inputs. */
  readonly clamp?: number;
  /** Milliseconds of the cell's clock at which a current pulse makes it spike, refractory or not. */
  readonly spikesAt?: ReadonlySet<number>;
}
