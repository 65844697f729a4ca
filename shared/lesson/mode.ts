import type { Part, PartId, Round } from "./round.ts";

/** How much slower than in the cell a class taps: what is hard for a thumb is easier the slower it is. */
export const MODES = ["standard", "assist", "hard", "real-time"] as const;
export type Mode = (typeof MODES)[number];

/** Slow motion S; 40 ms / S is a whole number of ms. The half-width of the useful jitter is 31·S ms. */
const SLOW_MOTION: Readonly<Record<Mode, number>> = { assist: 4, standard: 2.5, hard: 2, "real-time": 1 };
/** No beat comes faster, ms: 2.5 Hz is what people tap with ease. In real time the cell's rhythm is slower for it. */
const FASTEST_MS = 400;

const known = new WeakMap<Round, Map<Mode, Round>>();

/** A round as it is played in a mode; rounds are written for the standard one. The same round gives the same object. */
export function inMode(round: Round, mode: Mode): Round {
  if (mode === "standard") return round;
  const modes = known.get(round) ?? new Map<Mode, Round>();
  known.set(round, modes);
  const made = modes.get(mode) ?? paced(round, SLOW_MOTION[mode]);
  modes.set(mode, made);
  return made;
}

const atOtherPace = new WeakMap<Round, Map<number, Round>>();

/** A round whose beat stays as it is on the wall, while the cell's time runs `slowMotion` times slower than that. The same round gives the same object. */
export function atPace(round: Round, slowMotion: number): Round {
  const paces = atOtherPace.get(round) ?? new Map<number, Round>();
  atOtherPace.set(round, paces);
  const made = paces.get(slowMotion) ?? { ...round, slowMotion };
  paces.set(slowMotion, made);
  return made;
}

function paced(round: Round, slowMotion: number): Round {
  const scale = (ms: number): number => Math.round((ms * slowMotion) / round.slowMotion);
  const beatMs = Math.max(FASTEST_MS, scale(round.beatMs));
  if (!round.parts) return { ...round, beatMs, slowMotion };
  const parts = Object.entries(round.parts).map(([id, part]) => [id, { ...part, lag: scale(part.lag) }]);
  return { ...round, beatMs, slowMotion, parts: Object.fromEntries(parts) as Partial<Record<PartId, Part>> };
}
