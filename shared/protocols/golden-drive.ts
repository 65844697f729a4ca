import type { Round } from "../lesson/round.ts";
import { type Conditions, STANDARD_CONDITIONS } from "../model/conditions.ts";
import { DRUGS } from "../model/drugs.ts";
import { erf } from "../model/erf.ts";
import { cosTurn, exp, log, pow } from "../model/math.ts";
import { MODULES } from "../model/modules.ts";
import { MODEL_VERSION, standardParameters } from "../model/parameters.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { gaussian, stream, uniform } from "../model/random.ts";
import type { SessionEvent } from "../session/events.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../session/header.ts";
import { Session } from "../session/session.ts";
import { stepsPerTick } from "../session/timing.ts";

const SEATS = 8;
const DAY = 86_400;

/** One class under its conditions, tick by tick. */
export interface GoldenScene {
  /** The pathway, drug or mechanism that it is about. */
  readonly name: string;
  /** Checksum of the session's state after each tick. */
  readonly hashes: readonly string[];
}

export interface GoldenDrive {
  /** Of everything: eight hexadecimal digits. */
  readonly checksum: string;
  readonly scenes: readonly GoldenScene[];
}

/**
 * A class for each pathway, each drug and each optional mechanism: taps with jitter, a lapse of ten minutes, forced spikes
 * and a clamp by the electrode, serotonin, a plateau, a day and a year. Engine and version must not matter: the same
 * digits come out of Node, Chromium and Safari's engine, or a recording made in one would not play in another.
 */
export function goldenDrive(): GoldenDrive {
  const scenes = [
    ...PATHWAYS.map((pathway) => scene(pathway, { pathway })),
    ...DRUGS.map((drug) => scene(drug, { drugs: [drug] })),
    ...MODULES.map((module) => scene(module, { modules: [module] })),
    scene("all mechanisms", { modules: MODULES }),
  ];
  let hash = mathematics();
  for (const { hashes } of scenes) {
    for (const text of hashes) for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  }
  return { checksum: hash.toString(16).padStart(8, "0"), scenes };
}

const round: Round = {
  id: "together",
  asked: "all",
  guided: true,
  beats: 5,
  beatMs: 500,
  slowMotion: 2.5,
  classContacts: 84,
  lapseMinutes: 10,
};

const header: SessionHeader = {
  magic: MAGIC,
  format: FORMAT,
  model: MODEL_VERSION,
  classId: "golden",
  startedAt: "1973-07-01T00:00:00.000Z",
  seed: 1973,
  parameters: standardParameters,
  script: [round],
};

function scene(name: string, change: Partial<Conditions>): GoldenScene {
  const conditions = { ...STANDARD_CONDITIONS, ...change };
  const session = new Session(header, { seats: SEATS });
  const hashes: string[] = [];
  const random = stream(1973, 1);
  const run = (event: SessionEvent): void => {
    session.apply(event);
    while (session.running) {
      if (session.state.phase === "round") tap(session, random);
      session.step();
      hashes.push(session.hash());
    }
  };
  for (let seat = 0; seat < SEATS; seat++) session.apply({ kind: "join", seat, name: seat, bot: false });
  session.apply({ kind: "pathway", pathway: conditions.pathway });
  for (const drug of conditions.drugs) session.apply({ kind: "drug", drug, on: true });
  for (const module of conditions.modules) session.apply({ kind: "module", module, on: true });
  run({ kind: "start", round: 0 });
  run({ kind: "modulate", modulator: "serotonin" });
  run({
    kind: "stimulate",
    stimulation: { trains: [{ at: "A", ...burst }], forced: [{ ...burst, start: 12 }], pace: 40 },
  });
  run({ kind: "modulate", modulator: "plateau" });
  run({ kind: "stimulate", stimulation: { trains: [{ at: "B", ...burst }], clamp: -20, pace: 1000 } });
  run({ kind: "lapse", seconds: DAY });
  run({ kind: "start", round: 0 });
  run({ kind: "lapse", seconds: 365 * DAY });
  return { name, hashes };
}

/** Ten theta bursts. */
const burst = { start: 0, bursts: 10, every: 200, pulses: 4, apart: 10 } as const;

/** Every seat taps about once in a beat, where chance puts it. */
function tap(session: Session, random: Uint32Array): void {
  const steps = stepsPerTick(round);
  for (let seat = 0; seat < SEATS; seat++) {
    if (uniform(random) < 0.08) session.apply({ kind: "tap", seat, offset: Math.floor(steps * uniform(random)) });
  }
}

const mix = (hash: number, word: number): number => Math.imul(hash ^ word, 0x01000193) >>> 0;

/** The functions that engines would differ in, over their ranges. */
function mathematics(): number {
  const random = stream(1992, 2);
  const values = new Float64Array(6);
  const words = new Uint32Array(values.buffer);
  let hash = 0x811c9dc5;
  for (let i = 0; i < 20_000; i++) {
    const x = uniform(random);
    values[0] = exp(1400 * x - 700);
    values[1] = log(values[0]);
    values[2] = pow(3 * x, 0.4);
    values[3] = cosTurn(10 * x - 5);
    values[4] = gaussian(random);
    values[5] = erf(8 * x - 4);
    for (const word of words) hash = mix(hash, word);
  }
  return hash;
}
