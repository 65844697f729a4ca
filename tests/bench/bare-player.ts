/** Phones and stages for bare-server.ts, tapping as often as those of the load did. Forked by server.ts. */
import { WebSocket } from "ws";
import { stream, uniform } from "../../shared/model/random.ts";
import { Phone } from "../load/phone.ts";
import type { Traffic } from "./server.ts";

const { url, rooms, students, tapsPerS } = JSON.parse(process.argv[2] ?? "") as Traffic & { readonly url: string };
const random = stream(1, 5);

for (let room = 0; room < rooms; room++) {
  const phones = await Promise.all(Array.from({ length: students }, () => Phone.join(url, `room${room}`)));
  const stage = new WebSocket(`${url.replace("http", "ws")}/bare/room${room}?sessionId=stage`);
  stage.on("message", () => {});
  for (const phone of phones) {
    const tap = (): void => {
      phone.tap(performance.now());
      setTimeout(tap, (1000 / tapsPerS) * (0.9 + 0.2 * uniform(random)));
    };
    setTimeout(tap, (1000 / tapsPerS) * uniform(random));
  }
}
process.send!("ready");
process.on("disconnect", () => process.exit(0));
