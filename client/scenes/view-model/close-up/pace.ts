/** How fast a picture is played, seen from the instants that it is asked to draw. */
export interface PaceMeter {
  /** Session ms that pass in a ms on the wall: 1 live, less in slow motion. While it stands still, as before. */
  pace: number;
  /** Where the measurement began: session ms, and ms on the wall. */
  time: number;
  now: number;
}

/** A measurement takes so long, ms on the wall: single frames come unevenly. */
const MEASURED_MS = 400;
/** What takes longer began with a pause, or a hidden tab. */
const STALE_MS = 1200;

/** A replay plays at most this many times as fast as the class; what is faster was a jump. */
const JUMP = 70;

export const newPaceMeter = (): PaceMeter => ({ pace: 1, time: Number.NaN, now: Number.NaN });

/** Takes note of an instant that is drawn. @param now ms on the wall @returns the pace */
export function measurePace(meter: PaceMeter, time: number, now: number): number {
  const [passed, took] = [time - meter.time, now - meter.now];
  if (passed >= 0 && took < MEASURED_MS) return meter.pace;
  // A jump, backwards or far, is no pace; nor is standing still.
  if (passed > 0 && took < STALE_MS && passed < JUMP * took) meter.pace = passed / took;
  meter.time = time;
  meter.now = now;
  return meter.pace;
}
