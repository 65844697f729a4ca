import { randomBytes, randomUUID } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import { standardScript } from "../../shared/lesson/script.ts";
import { MODEL_VERSION, standardParameters } from "../../shared/model/parameters.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../../shared/session/header.ts";
import { CODE_LENGTH } from "../../shared/wire/code.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { type Classes, Unavailable } from "../http/classes-port.ts";
import { JournalError, type JournalStore, type SessionRow } from "../journal/store.ts";
import { hashKey, newKey, randomCode } from "../keys.ts";
import type { ClassroomOptions } from "./classroom.ts";
import { makeWay } from "./making-way.ts";
import { goOn } from "./reopening.ts";

/** A code rests this long after its class opened before another class may have it, ms: one day. */
const CODE_REST_MS = 86_400_000;

/** For so long a process that answered is believed to be there, ms. */
const ALIVE_MS = 1000;
const heardOf = new Map<string, number>();

/** Whether a room's process is there; one that is not loses its rooms in the list. */
async function isAlive(processId: string): Promise<boolean> {
  const now = performance.now();
  if (processId === matchMaker.processId || now - (heardOf.get(processId) ?? -ALIVE_MS) < ALIVE_MS) return true;
  const alive = Boolean(await matchMaker.healthCheckProcessId(processId));
  if (alive) heardOf.set(processId, performance.now());
  else heardOf.delete(processId);
  return alive;
}

/**
 * Opens classes, each a room and a session in the journal, and knows which codes are live.
 * @param alone where there are several processes
 */
export function createClasses(journal: JournalStore, alone?: Cluster["alone"]): Classes {
  /** A class whose process is gone is opened here, when the first of it comes back. */
  async function takeOver(session: SessionRow): Promise<boolean> {
    if (!alone) return false;
    const done = await alone(session.code, async () => {
      if (!(await matchMaker.getRoomById(session.code))) await goOn(journal, session);
      return true;
    });
    if (!done) throw new Unavailable("another process opens it");
    const room = await matchMaker.getRoomById(session.code);
    return room !== undefined && !room.locked;
  }

  /** Writes a session down under a code that nobody has: the journal sees to that, also among several processes. */
  async function reserve(row: Omit<SessionRow, "endedAt" | "code">): Promise<string> {
    for (let tries = 0; tries < 20; tries++) {
      const code = randomCode(CODE_LENGTH);
      if (await journal.codeTaken(code, row.createdAt - CODE_REST_MS)) continue;
      try {
        await journal.openSession({ ...row, code });
        return code;
      } catch (error) {
        if (!(error instanceof JournalError && error.fault === "conflict")) throw error;
      }
    }
    throw new Error("no free class code after twenty tries");
  }

  return {
    async open({ hostHash }) {
      const classId = randomUUID();
      const stageKey = newKey();
      const createdAt = Date.now();
      const header: SessionHeader = {
        magic: MAGIC,
        format: FORMAT,
        model: MODEL_VERSION,
        classId,
        startedAt: new Date(createdAt).toISOString(),
        seed: randomBytes(4).readUInt32LE(),
        parameters: standardParameters,
        script: standardScript,
      };
      const stageHash = hashKey(stageKey);
      const code = await reserve({ id: classId, hostHash, stageHash, createdAt, header: JSON.stringify(header) });
      try {
        await matchMaker.createRoom("classroom", {
          code,
          classId,
          hostHash,
          stageHash,
          header,
        } satisfies ClassroomOptions);
      } catch (error) {
        // Nobody will ever hear of it.
        await journal.remove(classId).catch(() => {});
        throw new Unavailable("the class could not be opened", { cause: error });
      }
      return { code, classId, stageKey };
    },
    makeWay,
    exchange: (code, said) => matchMaker.remoteRoomCall(code, "exchange", [said]),
    async isOpen(code) {
      let room: Awaited<ReturnType<typeof matchMaker.getRoomById>> | undefined = await matchMaker.getRoomById(code);
      if (room && !(await isAlive(room.processId))) room = undefined;
      if (room && !room.locked) return true;
      const session = await journal.running(code);
      if (!session) return false;
      // Its process is stopping; the next one will have it.
      if (room || matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN) throw new Unavailable("on its way");
      return takeOver(session);
    },
  };
}
