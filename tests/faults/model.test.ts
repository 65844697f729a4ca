import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { REMOVED } from "../../server/classroom/close-codes.ts";
import { Playback } from "../../shared/recording/playback.ts";
import { synapseOf } from "../../shared/session/observe.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { fired, phase, provenRecording, recordingOf, student, tapsOf, turn } from "../helpers/class-in-round.ts";
import { until } from "../helpers/running-class.ts";
import { type Model, type Pupil, Real } from "./real-class.ts";
import { freePort } from "./server-process.ts";

/**
 * A class as it may go: who comes, leaves, taps, sleeps, wakes, is sent away and let back, and a server that is killed and
 * started in between, in an order that nobody chose. A seed that ever failed stays in the list.
 * MODEL_SECONDS=600 for a long run, MODEL_SEED for another one.
 */
const SEEDS = process.env.MODEL_SEED ? [Number(process.env.MODEL_SEED)] : [4, 7];
/** Time in which commands are begun, each seed. */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 8);
const COMMANDS = Math.max(80, SECONDS * 5);
/** Time in which the journal has what was done last. */
const SAFE_MS = 300;
/** Taps in one go. */
const TAPS = 4;
/** Fewer than there are seats: nobody's is given to somebody else. */
const MOST = 20;

type Command = fc.AsyncCommand<Model, Real>;
/** Done with one of the pupils, if one is in such a state. */
abstract class WithOne implements Command {
  readonly #pick: number;
  constructor(pick: number) {
    this.#pick = pick;
  }
  abstract readonly in: readonly Pupil["state"][];
  abstract act(pupil: Pupil, real: Real): Promise<void>;
  #of(model: Model): Pupil | undefined {
    const fit = model.pupils.filter(({ state }) => this.in.includes(state));
    return fit[this.#pick % fit.length];
  }
  check(model: Readonly<Model>): boolean {
    return this.#of(model) !== undefined;
  }
  async run(model: Model, real: Real): Promise<void> {
    if (real.begins(this)) await this.act(this.#of(model)!, real);
  }
  toString(): string {
    return `${this.constructor.name}(${this.#pick})`;
  }
}

class Tap extends WithOne {
  readonly in = ["here"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    await real.inRound();
    const { visitor } = real.phones[pupil.id]!;
    const [answers, before] = [visitor.taps.length, fired(visitor)];
    for (let i = 0; i < TAPS; i++) {
      visitor.tap();
      await sleep(100);
    }
    await until(() => visitor.taps.length === answers + TAPS);
    pupil.acknowledged += fired(visitor) - before;
  }
}
class Leave extends WithOne {
  readonly in = ["here"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    await real.phones[pupil.id]!.visitor.room.leave();
    pupil.state = "away";
  }
}
class Return extends WithOne {
  readonly in = ["away"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    await real.comeBack(pupil.id);
    pupil.state = "here";
  }
}
class Sleep extends WithOne {
  readonly in = ["here"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    const { network, seat } = real.phones[pupil.id]!;
    network.weather({ silent: true });
    await until(() => !viewOf(real.host.room.state).seats.find((each) => each.seat === seat)!.connected);
    pupil.state = "asleep";
  }
}
class Wake extends WithOne {
  readonly in = ["asleep"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    real.phones[pupil.id]!.network.weather({});
    await real.comeBack(pupil.id);
    pupil.state = "here";
  }
}
class Kick extends WithOne {
  readonly in = ["here", "away"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    const { visitor, seat, network, key } = real.phones[pupil.id]!;
    expect(await real.host.command({ kind: "remove", seat, removed: true })).toEqual({ ok: true });
    if (pupil.state === "here") await until(() => visitor.closed === REMOVED);
    pupil.state = "sent away";
    const back = await student(network, real.opened, key).catch((error: Error) => error.message);
    expect(back).toBe("removed");
  }
}
class LetBack extends WithOne {
  readonly in = ["sent away"] as const;
  async act(pupil: Pupil, real: Real): Promise<void> {
    const { seat } = real.phones[pupil.id]!;
    expect(await real.host.command({ kind: "remove", seat, removed: false })).toEqual({ ok: true });
    await real.comeBack(pupil.id);
    pupil.state = "here";
  }
}
class Join implements Command {
  check = ({ pupils }: Readonly<Model>): boolean => pupils.length < MOST;
  async run(model: Model, real: Real): Promise<void> {
    if (!real.begins(this)) return;
    expect(await real.join()).toBe(model.locked ? "locked" : undefined);
    if (!model.locked) model.pupils.push({ id: model.pupils.length, state: "here", acknowledged: 0 });
  }
  toString = (): string => "Join";
}
class Lock implements Command {
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    if (!real.begins(this)) return;
    model.locked = !model.locked;
    expect(await real.host.command({ kind: "lock", on: model.locked })).toEqual({ ok: true });
    // Taps alone are answered when they are written down; what a teacher does is answered when it is done, and safe soon after.
    await sleep(SAFE_MS);
  }
  toString = (): string => "Lock";
}
/** kill -9 at any moment, a new process, and everybody finds back who was there. */
class Kill implements Command {
  check = ({ pupils }: Readonly<Model>): boolean => pupils.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    if (!real.begins(this)) return;
    await real.server.kill("SIGKILL");
    await real.start();
    expect(real.host.room.state.stage.locked).toBe(model.locked);
    await Promise.all(model.pupils.filter(({ state }) => state === "here").map(({ id }) => real.comeBack(id)));
  }
  toString = (): string => "Kill";
}

const pick = fc.nat(1000);
const commands = fc.commands(
  [
    ...[
      fc.constant(new Join()),
      fc.constant(new Join()),
      fc.constant(new Lock()),
      fc.constant(new Kill()),
      fc.constant(new Kill()),
    ],
    ...[Leave, Return, Return, Sleep, Wake, Wake, Kick, LetBack, Tap, Tap, Tap, Tap, Tap].map((Kind) =>
      pick.map((n): Command => new Kind(n)),
    ),
  ],
  { size: "max", maxCommands: COMMANDS },
);

test.each(SEEDS)(
  "in any order of events no acknowledged tap is lost, and every seat's synapse is its own (seed %i)",
  async (seed) => {
    const folder = await mkdtemp(join(tmpdir(), "fire-together-model-"));
    const model: Model = { pupils: [], locked: false };
    const real = new Real(folder, await freePort());
    await real.start();
    try {
      for (let i = 0; i < 3; i++) await new Join().run(model, real);
      real.until = performance.now() + 1000 * SECONDS;
      await fc.assert(
        fc.asyncProperty(commands, async (some) => fc.asyncModelRun(() => ({ model, real }), some)),
        { seed, numRuns: 1, endOnFailure: true },
      );
      // Whatever else happened, it was killed once.
      real.until = Number.POSITIVE_INFINITY;
      await new Kill().run(model, real);
      await holds(model, real);
    } finally {
      await real.close();
      await rm(folder, { recursive: true });
    }
  },
  90_000 + 3000 * SECONDS,
);

/** What was promised, checked against what was written down, simulated again. */
async function holds({ pupils, locked }: Model, { host, server, opened, phones, done }: Real): Promise<void> {
  expect(host.room.state.stage.locked).toBe(locked);
  expect(await host.command({ kind: "end", turn: turn(host) })).toEqual({ ok: true });
  await until(() => phase(host) === "ended");
  const { seats } = viewOf(host.room.state);
  const recording = provenRecording(await recordingOf(server, opened), 0);
  const again = new Playback(recording, []);
  while (again.session.state.phase !== "ended" && again.session.state.tick < recording.ticks) again.step();
  expect(new Set(phones.map(({ seat }) => seat)).size).toBe(pupils.length);
  for (const { id, acknowledged } of pupils) {
    const { seat, visitor } = phones[id]!;
    // What the wall showed of this seat is what its own taps make of its own synapse.
    const own = synapseOf(again.session, seat);
    expect({ seat, strength: seats.find((each) => each.seat === seat)!.strength }).toEqual({
      seat,
      strength: own.strength,
    });
    expect(tapsOf(recording, seat)).toBeGreaterThanOrEqual(acknowledged);
    expect(visitor.welcome!.name).toBe(again.session.state.seats[seat]!.name);
  }
  const all = pupils.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const written = pupils.reduce((sum, { id }) => sum + tapsOf(recording, phones[id]!.seat), 0);
  console.log(`${JSON.stringify(done)}: ${all} taps acknowledged, ${written} in the recording, 0 lost`);
  expect(all).toBeGreaterThan(0);
}
