import { describe, expect, test } from "vitest";
import { MAX_SEATS } from "../../shared/session/events.ts";
import { observe } from "../../shared/session/observe.ts";
import { Session } from "../../shared/session/session.ts";
import { COUNT_IN_TICKS, LAPSE_TICKS } from "../../shared/session/timing.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";

const [WARM_UP, BASELINE, TOGETHER, WHO_GREW] = [0, 1, 2, 3];
const everyone = (): boolean => true;

describe("a class that fires together", () => {
  const played = new PlayedClass(30);
  played.play(TOGETHER, (seat) => seat < 24);
  const view = observe(played.session);

  test("fires the shared cell", () => expect(view.cellSpikes).toBeGreaterThan(20));

  test("wins receptors at the synapses that took part, and keeps them after ten biological minutes", () => {
    for (const seat of view.seats.slice(0, 24)) expect(seat.receptors).toBeGreaterThanOrEqual(70);
  });

  test("leaves the silent synapses as they were", () => {
    for (const seat of view.seats.slice(24)) expect(seat.receptors).toBe(60);
  });

  test("needs a smaller share of itself to fire the cell next time", () => {
    expect(view.needed).toBeLessThan(observe(new Session(testHeader())).needed);
  });

  test("is drawn on the plot from 100 % upwards", () => {
    expect(view.plot[0]).toEqual({ minutes: 0, a: 100, b: 100 });
    expect(view.plot.at(-1)!.a).toBeGreaterThan(120);
    expect(view.plot.at(-1)!.minutes).toBeGreaterThan(10);
  });
});

test("taps scattered over the beat do not fire the cell together and win next to nothing", () => {
  const scattered = new PlayedClass(30);
  scattered.play(TOGETHER, everyone, 170);
  const inTime = new PlayedClass(30);
  inTime.play(TOGETHER, everyone, 20);
  const won = (played: PlayedClass): number => played.session.meanStrength("all") - 100;
  expect(won(scattered)).toBeLessThan(0.2 * won(inTime));
});

test("when only group A taps, only group A grows", () => {
  const played = new PlayedClass(30);
  played.play(WHO_GREW, everyone);
  expect(played.session.meanStrength("A")).toBeGreaterThan(120);
  expect(played.session.meanStrength("B")).toBeCloseTo(100, 0);
  expect(observe(played.session).seats.every((seat) => (seat.group === "A" ? seat.taps === 20 : seat.taps === 0))).toBe(
    true,
  );
});

test("half the class drives the cell as the whole class does", () => {
  const whole = new PlayedClass(30);
  whole.play(TOGETHER, everyone, 0);
  const half = new PlayedClass(30);
  half.play(WHO_GREW, everyone, 0);
  expect(half.session.meanStrength("A")).toBeCloseTo(whole.session.meanStrength("A"), 5);
});

test("a class of five and a class of sixty in perfect sync come to the same strength", () => {
  const strengths = [5, 60].map((seats) => {
    const played = new PlayedClass(seats);
    played.play(TOGETHER, everyone, 0);
    return played.session.meanStrength("all");
  });
  expect(strengths[0]).toBeCloseTo(strengths[1]!, 3);
});

test("the warm-up reaches no synapse and has no lapse", () => {
  const played = new PlayedClass(10);
  played.play(WARM_UP, everyone);
  expect(played.session.state.phase).toBe("between");
  expect(played.session.state.cellSpikes).toBe(0);
  expect(played.session.state.seats[0]!.taps).toBe(8);
  expect(played.session.meanStrength("all")).toBeCloseTo(100, 1);
});

test("a lone tap in the baseline does not fire the cell", () => {
  const played = new PlayedClass(30);
  played.accept({ kind: "start", round: BASELINE });
  played.step(COUNT_IN_TICKS + 10);
  expect(played.accept({ kind: "tap", seat: 3, offset: 5 })).toBe(true);
  let highest = -70;
  for (let i = 0; i < 25; i++) {
    played.step();
    highest = Math.max(highest, ...(played.session.pulse?.soma ?? []));
  }
  expect(played.session.state.cellSpikes).toBe(0);
  expect(highest).toBeGreaterThan(-69.9);
  expect(highest).toBeLessThan(-60);
});

test("the order in which taps of a tick arrive leaves no trace", () => {
  const hashes = [
    [0, 1, 2, 3],
    [3, 1, 0, 2],
  ].map((order) => {
    const { session } = new PlayedClass(4);
    session.apply({ kind: "start", round: TOGETHER });
    for (let i = 0; i < COUNT_IN_TICKS; i++) session.step();
    for (const seat of order) session.apply({ kind: "tap", seat, offset: 4 * seat });
    for (let i = 0; i < 50; i++) session.step();
    return session.hash();
  });
  expect(hashes[0]).toBe(hashes[1]);
});

test("a pause holds the round; after it the class is counted in again and loses no beat", () => {
  const { session } = new PlayedClass(5);
  session.apply({ kind: "start", round: TOGETHER });
  for (let i = 0; i < COUNT_IN_TICKS + 100; i++) session.step();
  const { ran } = session.state;
  session.apply({ kind: "pause" });
  for (let i = 0; i < 500; i++) session.step();
  expect(session.state.ran).toBe(ran);
  expect(session.apply({ kind: "tap", seat: 0, offset: 0 })).toBe(false);
  session.apply({ kind: "resume" });
  const beatZero = session.beatZero();
  for (let i = 0; i < COUNT_IN_TICKS; i++) session.step();
  expect(session.state.ran).toBe(ran);
  session.step();
  expect(session.state.ran).toBe(ran + 1);
  expect(session.beatZero()).toBe(beatZero);
});

test("`next` in a lapse comes to the same state as waiting for its end", () => {
  const skip = new PlayedClass(8);
  const wait = new PlayedClass(8);
  for (const { session } of [skip, wait]) {
    session.apply({ kind: "start", round: TOGETHER });
    for (let i = 0; i < COUNT_IN_TICKS; i++) session.step();
    for (let seat = 0; seat < 8; seat++) session.apply({ kind: "tap", seat, offset: 3 });
    for (let i = 0; i < 30; i++) session.step();
    session.apply({ kind: "next" });
    expect(session.state.phase).toBe("lapse");
    for (let i = 0; i < 37; i++) session.step();
  }
  skip.session.apply({ kind: "next" });
  for (let i = 37; i < LAPSE_TICKS; i++) wait.session.step();
  expect(wait.session.state.phase).toBe("between");
  expect([...skip.session.cell.receptors]).toEqual([...wait.session.cell.receptors]);
});

test("what does not exist is refused and changes nothing", () => {
  const { session } = new PlayedClass(2);
  const before = session.hash();
  expect(() => session.apply({ kind: "tap", seat: 9, offset: 0 })).toThrow(RangeError);
  expect(() => session.apply({ kind: "join", seat: MAX_SEATS, name: 0, bot: false })).toThrow(RangeError);
  expect(() => session.apply({ kind: "start", round: 99 })).toThrow(RangeError);
  expect(session.apply({ kind: "tap", seat: 1, offset: 0 })).toBe(false);
  expect(session.apply({ kind: "next" })).toBe(false);
  expect(session.apply({ kind: "resume" })).toBe(false);
  expect(session.hash()).toBe(before);
});

test("after the end nothing starts", () => {
  const { session } = new PlayedClass(2);
  expect(session.apply({ kind: "end" })).toBe(true);
  expect(session.apply({ kind: "end" })).toBe(false);
  expect(session.apply({ kind: "start", round: TOGETHER })).toBe(false);
});
