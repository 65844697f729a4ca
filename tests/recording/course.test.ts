import { expect, test } from "vitest";
import { lastTaps, nextTap } from "../../shared/recording/course.ts";
import { Exploration } from "../../shared/recording/exploration.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const TOGETHER = 2;
const SEATS = 10;

function coursed() {
  const played = new PlayedClass(SEATS, 2);
  const spikes: number[] = [];
  let beats = 0;
  const step = played.session.step.bind(played.session);
  played.session.step = () => {
    const { beat } = played.session.state;
    step();
    if (played.session.pulse?.spikes.length) spikes.push(played.session.pulse.tick);
    if (played.session.state.beat > beat) beats++;
  };
  played.play(TOGETHER, () => true, 15);
  played.step(30);
  const recording = readRecording(played.text());
  const exploration = new Exploration(recording);
  exploration.run(Number.POSITIVE_INFINITY);
  return { course: exploration.course, recording, spikes, beats, story: played.session.state.story.told };
}

test("a course has every tap, spike, beat and milestone of its class", () => {
  const { course, recording, spikes, beats, story } = coursed();
  const taps = recording.events.filter(({ event }) => event.kind === "tap");
  expect(course.taps.keys.length).toBe(taps.length);
  expect(spikes.length).toBeGreaterThan(5);
  expect(course.spikes.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(spikes.length);
  expect(course.synchrony.length).toBe(beats);
  expect(course.synchrony.every(({ percent }) => percent > 80 && percent <= 100)).toBe(true);
  expect(course.milestones).toEqual(story);
  expect(story.some(({ kind }) => kind === "spike")).toBe(true);
});

test("one goes from tap to tap, of all or of one neuron, and back the same way", () => {
  const { taps } = coursed().course;
  const walk = (direction: 1 | -1, from: number, seat?: number): number[] => {
    const ticks: number[] = [];
    for (let tap = nextTap(taps, from, direction, seat); tap; tap = nextTap(taps, ticks.at(-1)!, direction, seat)) {
      if (seat !== undefined) expect(tap.seat).toBe(seat);
      ticks.push(Math.floor(tap.time / TICK_MS));
    }
    return ticks;
  };
  const forth = walk(1, 0);
  expect(walk(-1, 1e6)).toEqual(forth.toReversed());
  expect(walk(1, 0, 3).length).toBe(20);
  expect(nextTap(taps, 0, 1, 59)).toBeUndefined();
});

test("a neuron's last taps say how early they were, and what the cell answered", () => {
  const { taps } = coursed().course;
  const all = lastTaps(taps, 4, 0, 1e9, 100);
  expect(all.length).toBe(20);
  expect(all.every(({ early }) => early !== undefined && Math.abs(early) < 80)).toBe(true);
  expect(all.some(({ spiked }) => spiked)).toBe(true);
  expect(Math.max(...all.map(({ calcium }) => calcium))).toBeGreaterThan(100);
  const until = all[9]!.time;
  expect(lastTaps(taps, 4, 0, until, 3)).toEqual(all.slice(7, 10));
  expect(lastTaps(taps, 4, until + 1, until + 1, 3)).toEqual([]);
});
