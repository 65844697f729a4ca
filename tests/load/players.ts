import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface PlayerOptions {
  readonly url: string;
  readonly rooms: number;
  readonly students: number;
  /** Time over which everybody joins, s; 0: as fast as it goes. */
  readonly bellSeconds: number;
  readonly seed: number;
  /** Time between two students of a class who go and come back, s; absent: nobody does. */
  readonly churnSeconds?: number;
  /** Rounds that are begun and ended at once before the others, so that all that a class can take back is kept already. */
  readonly beginnings?: number;
  /** Rounds of a class, after which it ends and its teacher opens another; absent: it never does. */
  readonly roundsOfClass?: number | undefined;
}

/** What to do next; each is answered, or obeyed until the next one. */
export type Order = "join" | "play" | "measure" | "stop";

/** What one process of students saw. */
export interface Part {
  /** From asking to being seated, ms. */
  joins: number[];
  /** Why joins failed. */
  refused: string[];
  /** From a tap's place (its time, less the offset of phone and person) to the pulse on the stage that shows it, less the delay D, ms. */
  latencies: number[];
  /** The same from the finger: who is early by habit waits for the beat. ms */
  fromFinger: number[];
  tapsSent: number;
  /** What became of the taps, by fate. */
  fates: Record<string, number>;
  /** Payload that phones received while it was measured, in how many frames, and of it answers to taps and questions; the same for stages. bytes */
  phoneBytes: number;
  phoneFrames: number;
  answers: number;
  answerBytes: number;
  stageBytes: number;
  stageFrames: number;
  /** Phones whose connection was lost. */
  cut: number;
}

interface Report extends Part {
  /** How late this process itself was, ms: beyond some, its latencies are its own. */
  readonly loopP99: number;
  /** Why classes of it broke off. */
  readonly failed: readonly string[];
}

/** Students of one process at most: beyond it the load measures itself. */
const MOST_STUDENTS = 1000;

/** Students and teachers in processes of their own, all in step. */
export class Players {
  readonly #children: ChildProcess[];

  constructor({ rooms, students, ...shared }: PlayerOptions) {
    const processes = Math.min(rooms, Math.max(1, Math.ceil((rooms * students) / MOST_STUDENTS)));
    this.#children = Array.from({ length: processes }, (_, i) => {
      const own = Math.floor((rooms * (i + 1)) / processes) - Math.floor((rooms * i) / processes);
      const options: PlayerOptions = { ...shared, students, rooms: own, seed: shared.seed + i };
      const args = [JSON.stringify(options)];
      const child = fork(join(import.meta.dirname, "player.ts"), args, { execPath: process.execPath });
      // One that died takes no orders; `answers` says so.
      return child.on("error", () => {});
    });
  }

  order(what: Order): void {
    for (const child of this.#children) child.send(what);
  }

  /** What each says next. @throws when one dies instead */
  answers(): Promise<unknown[]> {
    return Promise.all(
      this.#children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error("a process of students is gone");
        const dead = new AbortController();
        const died = once(child, "exit", { signal: dead.signal }).then(([code]) => {
          throw new Error(`a process of students ended with ${code}`);
        });
        // Also when nobody waits for it any more.
        died.catch(() => {});
        const [message] = await Promise.race([once(child, "message"), died]);
        dead.abort();
        return message as unknown;
      }),
    );
  }

  async reports(): Promise<readonly Report[]> {
    const reports = (await this.answers()) as Report[];
    for (const child of this.#children) child.kill();
    return reports;
  }

  /** Ends what is still there. */
  kill(): void {
    for (const child of this.#children) child.kill("SIGKILL");
  }
}
