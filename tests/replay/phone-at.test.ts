import { beforeAll, expect, test } from "vitest";
import { phoneAt } from "../../client/replay/follow/phone-at.ts";
import { World } from "../../client/replay/world.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const TOGETHER = 2;
const SEAT = 1;
let played: PlayedClass;
let world: World;

beforeAll(() => {
  played = new PlayedClass(6, 8);
  played.step(20);
  played.play(TOGETHER, (seat) => seat % 2 === 0 || seat === SEAT, 30);
  world = new World(readRecording(played.text()));
  world.exploration.run(Number.POSITIVE_INFINITY);
});

/** What the phone showed at a time, ms. */
function at(time: number, of = SEAT) {
  const { view } = world.show(Math.floor(time / TICK_MS))!;
  return phoneAt(
    { view, time },
    of,
    world.exploration.recording.header.script[view.round],
    world.exploration.course.taps,
  );
}

const taps = () =>
  readRecording(played.text()).events.flatMap(({ tick, event }) =>
    event.kind === "tap" && event.seat === SEAT ? [tick * TICK_MS] : [],
  );

test("a phone is told of a tap once the cell has answered it, and keeps the last eight around the beat", () => {
  const [first] = taps();
  expect(at(first! - TICK_MS)?.told.answer.value).toBeUndefined();
  expect(at(first! + 2 * TICK_MS)?.told.answer.value).toBeUndefined();
  expect(at(first! + 2 * TICK_MS)?.pressed).toBe(true);
  const told = at(first! + 6 * TICK_MS)!;
  expect(told.told.answer.value).toMatchObject({ fate: "fired" });
  expect(told.around).toEqual([told.told.answer.value!.early]);
  expect(Math.abs(told.around[0]!)).toBeLessThan(150);
  expect(at(taps().at(-1)! + 6 * TICK_MS)!.around.length).toBe(8);
});

test("between rounds nothing is said of taps, and nobody is followed who is not there", () => {
  expect(at(400)!.told.answer.value).toBeUndefined();
  expect(at(400, 40)).toBeUndefined();
});
