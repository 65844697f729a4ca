/**
 * The traffic of our rooms, written by hand on bare `ws`: who joins, taps that are answered, frames to phones and stage at
 * the same rates and of the same sizes, and nothing else; no model, no journal, no metrics, no state. Forked by server.ts.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getMessageBytes, Protocol } from "@colyseus/core";
import { type WebSocket, WebSocketServer } from "ws";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Traffic } from "./server.ts";

/** As our server does. */
const PING_MS = 3000;

const traffic = JSON.parse(process.argv[2] ?? "") as Traffic;

/** A frame of a type and of a size. */
const frame = (bytes: number, kind: Protocol): Buffer => {
  const made = Buffer.alloc(Math.max(1, Math.round(bytes)), 0x20);
  made[0] = kind;
  return made;
};
const toStage = frame(traffic.stageFrameBytes, Protocol.ROOM_DATA_BYTES);
const toPhones = frame(traffic.phoneFrameBytes, Protocol.ROOM_STATE_PATCH);
/** An answer to a tap, as long as ours, in which the tap's number is written. */
const answerHead = getMessageBytes.raw(Protocol.ROOM_DATA, "tap", { fate: "fired" });
const answer = (seq: number): Buffer => {
  const made = Buffer.alloc(Math.max(answerHead.length + 4, Math.round(traffic.answerBytes)), 0x20);
  answerHead.copy(made);
  made.writeUInt32LE(seq >>> 0, answerHead.length);
  return made;
};

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
      for (const stage of room.stages) stage.send(toStage);
    }
    for (room.owedToPhones += traffic.phoneFramesPerTick; room.owedToPhones >= 1; room.owedToPhones--) {
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

let taps = 0;
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on("connection", (socket, { url = "" }) => {
  const [path = "", query] = url.split("?");
  const room = rooms.get(path.split("/").at(-1) ?? "");
  if (!room) return socket.close();
  const pings = setInterval(() => socket.ping(), PING_MS);
  socket.on("close", () => clearInterval(pings));
  if (query === "sessionId=stage") {
    room.stages.push(socket);
    return;
  }
  room.phones.push(socket);
  socket.send(getMessageBytes.raw(Protocol.ROOM_DATA, "welcome", { seat: room.phones.length % 60 }));
  socket.on("message", (message: Buffer) => {
    if (message.indexOf("tap") === 2) socket.send(answer(++taps));
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
