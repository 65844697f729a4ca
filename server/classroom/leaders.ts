import type { Room } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import type { PairAnswer, Refusal } from "../../shared/wire/answers.ts";
import type { GazeMessage, JoinOptions } from "../../shared/wire/messages.ts";
import { type ClassState, STAGE } from "../../shared/wire/state.ts";
import { hashKey } from "../keys.ts";
import type { Logger } from "../log.ts";
import { NOT_ALLOWED } from "./close-codes.ts";
import type { Guest } from "./outbox.ts";
import { refuse } from "./refuse.ts";
import type { Remotes } from "./remotes.ts";

/** The hashes of the keys that a class was opened with. */
export interface ClassKeys {
  readonly classId: string;
  readonly hostHash: string;
  readonly stageHash: string;
}

/** Who shows and leads a class: its teacher, walls and remotes, let in by their keys. */
export class Leaders {
  readonly #room: Pick<Room<{ state: ClassState; client: Guest }>, "clients" | "clock" | "state">;
  readonly #keys: ClassKeys;
  readonly #remotes: Remotes;
  readonly #log: Logger;

  constructor(
    room: Pick<Room<{ state: ClassState; client: Guest }>, "clients" | "clock" | "state">,
    keys: ClassKeys,
    remotes: Remotes,
    log: Logger,
  ) {
    this.#room = room;
    this.#keys = keys;
    this.#remotes = remotes;
    this.#log = log;
  }

  /** Lets somebody in who brought a key. @throws ServerError when it opens nothing here */
  async join(client: Guest, { hostKey, stageKey, remoteKey, pairing }: JoinOptions): Promise<void> {
    if (pairing) return this.#joinRemote(client, pairing);
    const isHost = hostKey !== undefined && hashKey(hostKey) === this.#keys.hostHash;
    const remote = remoteKey === undefined ? undefined : this.#remotes.idOf(remoteKey);
    const isStage = stageKey !== undefined && hashKey(stageKey) === this.#keys.stageHash;
    if (!isHost && remote === undefined && !isStage) throw refuse("not-allowed");
    this.#letIn(client, isHost || remote !== undefined ? "host" : "stage", remote);
    client.send("classId", isHost ? this.#keys.classId : "");
  }

  /** Whoever shows or leads the class gets the stage's part of the state. */
  #letIn(client: Guest, role: "host" | "stage", remote?: number): void {
    client.userData = { role, seat: -1, malformed: 0, remote };
    client.view = new StateView();
    client.view.add(this.#room.state, STAGE);
  }

  /** A remote's key is in the journal before the remote has it, so that it opens the class after any crash. */
  async #joinRemote(client: Guest, { key, pin }: NonNullable<JoinOptions["pairing"]>): Promise<void> {
    if (!this.#remotes.accepts(key, pin, this.#room.clock.currentTime)) throw refuse("not-allowed");
    const own = await this.#remotes.issue();
    if (!own) throw refuse("unreachable");
    this.#letIn(client, "host", own.id);
    client.send("remoteKey", own.key);
    this.#log.info("a remote was let in");
  }

  /** A host wants to let a remote in. */
  pair(client: Guest): PairAnswer {
    return client.userData?.role === "host" ? this.#remotes.offer(this.#room.clock.currentTime) : null;
  }

  /** The recovery phrase, for a host to write down. */
  async phrase(client: Guest): Promise<string | null> {
    return (client.userData?.role === "host" && (await this.#remotes.phrase())) || null;
  }

  /** A remote leads no more: its key opens nothing, and its page is told. */
  async revoke(id: number): Promise<Refusal | undefined> {
    if (!(await this.#remotes.revoke(id))) return "stale";
    for (const client of [...this.#room.clients]) if (client.userData?.remote === id) client.leave(NOT_ALLOWED);
    return undefined;
  }

  /** A host tells every other wall where to look. */
  gaze(from: Guest, gaze: GazeMessage): void {
    for (const client of this.#room.clients) {
      if (client !== from && client.userData && client.userData.role !== "student") client.send("gaze", gaze);
    }
  }
}
