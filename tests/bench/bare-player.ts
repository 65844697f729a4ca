/** Phones and stages for bare-server.ts, tapping with a beat and as often as those of the load did. Forked by server.ts. */
import { WebSocket } from "ws";
import { gaussian, stream, uniform } from "../../shared/model/random.ts";
import { Phone } from "../load/phone.ts";
import { ASK_MS, HABIT_MS, JITTER_MS } from "../load/student.ts";
import type { Traffic } from "./server.ts";

const { url, rooms, students, tapsPerS } = JSON.parse(process.argv[2] ?? "") as Traffic & { readonly url: string };
const random = stream(1, 5);
const beatMs = 1000 / tapsPerS;

for (let room = 0; room < rooms; room++) {
  const phones = await Promise.all(Array.from({ length: students }, () => Phone.join(url, `room${room}`)));
  const stage = new WebSocket(`${url.replace("http", "ws")}/bare/room${room}?sessionId=stage`);
  stage.on("message", () => {});
  for (const phone of phones) setInterval(() => phone.ask(), ASK_MS * (0.9 + 0.2 * uniform(random)));
  const habits = phones.map(() => HABIT_MS * gaussian(random));
  const beat = (): void => {
    for (const [i, phone] of phones.entries()) {
      const late = 100 + habits[i]! + JITTER_MS * gaussian(random);
      setTimeout(() => phone.tap(performance.now()), Math.max(0, late));
    }
  };
  setTimeout(() => setInterval(beat, beatMs), beatMs * uniform(random));
}
process.send!("ready");
process.on("disconnect", () => process.exit(0));
