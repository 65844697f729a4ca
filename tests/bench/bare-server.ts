/**
 * The traffic of our rooms, written by hand on bare `ws`: who joins, taps and clock questions that are read and answered,
 * frames to phones and stage at the same rates and of the same sizes, pings; and nothing else: no model, no journal, no
 * metrics, no state, no check of what comes. Forked by server.ts.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getMessageBytes, Protocol } from "@colyseus/core";
import { type WebSocket, WebSocketServer } from "ws";
import { TICK_MS } from "../../shared/session/events.ts";
import { valueAt } from "../load/phone.ts";
import type { Traffic } from "./server.ts";

/** As our server does. */
const PING_MS = 3000;

const traffic = JSON.parse(process.argv[2] ?? "") as Traffic;

/** A frame of a size, made anew each time from numbers as a picture of the class is. */
const frame = (bytes: number, kind: Protocol): Buffer => {
  const made = Buffer.allocUnsafe(Math.max(1, Math.round(bytes)));
  made[0] = kind;
  for (let i = 1; i < made.length; i++) made[i] = (i * taps) & 0xff;
  return made;
};

/** A number of MessagePack. */
function numberAt(message: Buffer, at: number): number {
  const kind = message[at] ?? 0;
  if (kind < 0x80) return kind;
  if (kind === 0xcc) return message.readUInt8(at + 1);
  if (kind === 0xcd) return message.readUInt16BE(at + 1);
  return kind === 0xce ? message.readUInt32BE(at + 1) : message.readDoubleBE(at + 1);
}
const field = (message: Buffer, name: string): number => numberAt(message, valueAt(message, name) ?? 0);

const encode = (kind: string, answer: unknown): Buffer =>
  getMessageBytes.raw(Protocol.ROOM_DATA, kind, answer) as Buffer;
/** What a student's synapse is told to be after a tap. */
const synapse = { receptors: 40, conductance: 100, strength: 100, release: 100, tag: 0, volume: 100 };

let taps = 0;
function answer(message: Buffer): Buffer | undefined {
  if (message.indexOf("tap") === 2) {
    taps++;
    const [seq, at] = [field(message, "seq"), field(message, "at")];
    return encode("tap", { seq, fate: "fired", early: at % 100, spiked: true, calcium: 90 + (at % 10), synapse });
  }
  return message.indexOf("clock") === 2 ? encode("clock", [field(message, "sent"), performance.now()]) : undefined;
}

interface Room {
  readonly phones: WebSocket[];
  readonly stages: WebSocket[];
  owedToStage: number;
  owedToPhones: number;
}
const rooms = new Map<string, Room>();

function openRoom(): Room {
  const room: Room = { phones: [], stages: [], owedToStage: 0, owedToPhones: 0 };
  setInterval(() => {
    for (room.owedToStage += traffic.stageFramesPerTick; room.owedToStage >= 1; room.owedToStage--) {
      const toStage = frame(traffic.stageFrameBytes, Protocol.ROOM_DATA_BYTES);
      for (const stage of room.stages) stage.send(toStage);
    }
    for (room.owedToPhones += traffic.phoneFramesPerTick; room.owedToPhones >= 1; room.owedToPhones--) {
      const toPhones = frame(traffic.phoneFrameBytes, Protocol.ROOM_STATE_PATCH);
      for (const phone of room.phones) phone.send(toPhones);
    }
  }, TICK_MS);
  return room;
}

const http = createServer((request, response) => {
  const code = request.url?.split("/").at(-1) ?? "";
  if (!rooms.has(code)) rooms.set(code, openRoom());
  request.resume();
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ processId: "bare", roomId: code, sessionId: "one" }));
});

const server = new WebSocketServer({ server: http, perMessageDeflate: false });
setInterval(() => {
  for (const socket of server.clients) socket.ping();
}, PING_MS);
server.on("connection", (socket, { url = "" }) => {
  const [path = "", query] = url.split("?");
  const room = rooms.get(path.split("/").at(-1) ?? "");
  if (!room) return socket.close();
  if (query === "sessionId=stage") {
    room.stages.push(socket);
    return;
  }
  room.phones.push(socket);
  socket.send(encode("welcome", { seat: room.phones.length % 60 }));
  socket.on("message", (message: Buffer) => {
    const said = answer(message);
    if (said) socket.send(said);
  });
});

http.listen(0, "127.0.0.1", () => {
  process.send!({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send!({ cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss(), taps });
});
process.on("disconnect", () => process.exit(0));
