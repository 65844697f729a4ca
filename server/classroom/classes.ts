import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import { standardScript } from "../../shared/lesson/script.ts";
import { MODEL_VERSION, standardParameters } from "../../shared/model/parameters.ts";
import { FORMAT, MAGIC, type SessionHeader } from "../../shared/session/header.ts";
import { CODE_ALPHABET, CODE_LENGTH } from "../../shared/wire/code.ts";
import type { Classes } from "../http/classes-port.ts";
import { JournalError, type JournalStore, type SessionRow } from "../journal/store.ts";
import { hashKey, newKey } from "../keys.ts";
import type { ClassroomOptions } from "./classroom.ts";

/** A code rests this long after its class opened before another class may have it, ms: one day. */
const CODE_REST_MS = 86_400_000;

const randomCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");

/** Opens classes, each a room and a session in the journal, and knows which codes are live. */
export function createClasses(journal: JournalStore): Classes {
  /** Writes a session down under a code that nobody has: the journal sees to that, also among several processes. */
  async function reserve(row: Omit<SessionRow, "endedAt" | "code">): Promise<string> {
    for (let tries = 0; tries < 20; tries++) {
      const code = randomCode();
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
        throw error;
      }
      return { code, classId, stageKey };
    },
    async reopen({ id, code, hostHash, stageHash, header }) {
      const written = JSON.parse(header) as SessionHeader;
      const options = { code, classId: id, hostHash, stageHash, header: written, goesOn: true };
      await matchMaker.createRoom("classroom", options satisfies ClassroomOptions);
    },
    async isOpen(code) {
      const room = await matchMaker.query({ roomId: code });
      return room.length > 0 && !room[0]!.locked;
    },
  };
}
