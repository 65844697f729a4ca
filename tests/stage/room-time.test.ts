import { expect, test } from "vitest";
import { RoomTime } from "../../client/net/clock.ts";

/** Pings every five seconds from `from` on, page time ms; each second one is slow. @param offset room minus page, ms */
function ping(time: RoomTime, from: number, times: number, offset: number): number {
  let at = from;
  for (let i = 0; i < times; i++, at += 5000) {
    time.settle(at);
    const [there, back] = i % 2 === 0 ? [8, 12] : [45, 20];
    time.sample(at, at + there + offset, at + there + back);
  }
  return at;
}

test("a page's clock is right within half a trip, and a slow ping does not move it", () => {
  const time = new RoomTime();
  const now = ping(time, 1000, 20, 5000);
  expect(Math.abs(time.at(now) - (now + 5000))).toBeLessThanOrEqual(10);
});

test("a room whose time stood still is followed at the next ping, whatever the best one before it said", () => {
  const time = new RoomTime();
  // The quickest trip of all, just before the computer stands still for three seconds.
  const stood = ping(time, 1000, 20, 5000);
  time.sample(stood, stood + 1 + 5000, stood + 2);
  const now = ping(time, stood + 3000, 1, 2000);
  expect(Math.abs(time.at(now) - (now + 2000))).toBeLessThanOrEqual(30);
  const later = ping(time, now, 6, 2000);
  expect(Math.abs(time.at(later) - (later + 2000))).toBeLessThanOrEqual(10);
});
