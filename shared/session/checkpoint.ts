import type { SessionState } from "./state.ts";

/** An exact copy of a session at a tick; restoring it and stepping on gives the same bits. */
export interface Checkpoint {
  readonly state: SessionState;
  readonly cell: ArrayBuffer;
  /** What can be gone back to, the oldest first; absent in one that was written down. */
  readonly back?: readonly Checkpoint[];
}

/** Plain data, copied by what every engine has. The plot's points never change: what is kept of a long class shares them. */
export function copyOf({ plot, ...rest }: SessionState): SessionState {
  return { ...(JSON.parse(JSON.stringify(rest)) as Omit<SessionState, "plot">), plot: [...plot] };
}
