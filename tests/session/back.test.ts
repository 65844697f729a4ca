import { expect, test } from "vitest";
import { Playback } from "../../shared/recording/playback.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { MOST_BACK } from "../../shared/session/back.ts";
import { Session } from "../../shared/session/session.ts";
import { PlayedClass, testHeader } from "../helpers/played-class.ts";

const [TOGETHER] = [2];
const DAY = 86_400;
const everyone = (): boolean => true;

function pass(played: PlayedClass, seconds: number): void {
  played.accept({ kind: "lapse", seconds });
  while (played.session.state.phase === "lapse") played.step();
}

test("what was begun last is taken back, and what was before it too; time and people go on", () => {
  const played = new PlayedClass(12);
  const { session } = played;
  expect(session.canGoBack).toBe(false);
  played.play(TOGETHER, everyone);
  const learnt = { strength: session.meanStrength("B"), plot: session.state.plot.length };
  expect(learnt.strength).toBeGreaterThan(120);
  pass(played, DAY);
  expect(session.meanStrength("all")).toBeLessThan(103);
  const { tick, turn } = session.state;
  played.accept({ kind: "join", seat: 12, name: 40, bot: false });
  played.accept({ kind: "bias", seat: 3, ms: 25 });
  expect(played.accept({ kind: "back" })).toBe(true);
  expect(session.meanStrength("B")).toBe(learnt.strength);
  expect(session.state.plot.length).toBe(learnt.plot);
  expect(session.state.tick).toBe(tick);
  expect(session.state.turn).toBeGreaterThan(turn);
  expect(session.state.seats[12]?.name).toBe(40);
  expect(session.cell.contacts[12]).toBe(session.cell.contacts[0]);
  expect(session.state.seats[3]?.bias).toBe(25);
  // The day passes as it would have passed.
  pass(played, DAY);
  expect(session.meanStrength("all")).toBeLessThan(103);
  played.accept({ kind: "back" });
  played.accept({ kind: "back" });
  expect(session.meanStrength("all")).toBeCloseTo(100, 1);
  expect(session.state.story.told).toEqual([]);
  expect(session.canGoBack).toBe(false);
});

test("a step of a lesson is gone back to with what was bet; another lesson has nothing before it", () => {
  const played = new PlayedClass(6);
  const { session } = played;
  const steps = [
    { do: "bet", bet: "tomorrow", over: 1 },
    { do: "lapse", seconds: DAY },
  ] as const;
  played.accept({ kind: "lesson", steps });
  played.accept({ kind: "step", to: 0 });
  played.accept({ kind: "answer", seat: 2, option: 1 });
  played.accept({ kind: "next" });
  played.accept({ kind: "step", to: 1 });
  while (session.state.phase === "lapse") played.step();
  expect(session.state.lesson!.settled.length).toBe(1);
  played.accept({ kind: "back" });
  expect(session.state.lesson).toMatchObject({ at: 0, settled: [], ballot: { open: false, outcome: -1 } });
  expect(session.state.lesson!.ballot!.answers[2]).toBe(1);
  played.accept({ kind: "lesson", steps });
  expect(session.canGoBack).toBe(false);
});

test("there is no way back while something runs, none from the beginning, and no more than there is room for", () => {
  const { session } = new PlayedClass(4);
  expect(() => session.apply({ kind: "back" })).toThrow(RangeError);
  session.apply({ kind: "start", round: TOGETHER });
  expect(session.canGoBack).toBe(false);
  expect(session.apply({ kind: "back" })).toBe(false);
  session.apply({ kind: "next" });
  session.apply({ kind: "next" });
  for (let i = 0; i < MOST_BACK + 3; i++) {
    session.apply({ kind: "lapse", seconds: 60 });
    session.apply({ kind: "next" });
  }
  for (let i = 0; i < MOST_BACK; i++) expect(session.apply({ kind: "back" })).toBe(true);
  expect(session.canGoBack).toBe(false);
});

test("a recording with ways back plays with every hash, from its start and after any jump", async () => {
  const played = new PlayedClass(8);
  played.play(TOGETHER, everyone);
  pass(played, 3600);
  played.accept({ kind: "back" });
  played.play(TOGETHER, everyone);
  played.accept({ kind: "back" });
  pass(played, DAY);
  const recording = readRecording(played.text());
  const playback = new Playback(recording);
  for (const [tick, hash] of recording.hashes) {
    playback.seek(tick);
    expect(playback.session.hash()).toBe(hash);
  }
  const end = playback.session.hash();
  // From a checkpoint between the beginning of the hour and its being taken back.
  const back = recording.events.find(({ event }) => event.kind === "back")!.tick;
  for (const from of [0, back - 30, back + 30]) {
    playback.seek(from);
    playback.seek([...recording.hashes.keys()].at(-1)!);
    expect(playback.session.hash()).toBe(end);
  }
});

test("a checkpoint that was written down says so when it is asked to go back, rather than going elsewhere", () => {
  const played = new PlayedClass(4);
  pass(played, 3600);
  const { back: _back, ...written } = played.session.save();
  const again = new Session(testHeader());
  again.restore(written);
  expect(again.hash()).toBe(played.session.hash());
  expect(() => again.apply({ kind: "back" })).toThrow("nothing to go back to");
});

test("all that is kept of a long class shares one plot, and each state has what was there in its time", () => {
  const played = new PlayedClass(4);
  for (let i = 0; i < MOST_BACK; i++) pass(played, 60);
  const { state, back = [] } = played.session.save();
  pass(played, 60);
  const kept = [...back.map((each) => each.state), state];
  expect(new Set(kept.flatMap(({ plot }) => plot)).size).toBe(state.plot.length);
  const lengths = kept.map(({ plot }) => plot.length);
  expect(lengths).toEqual(kept.map((_, i) => i * lengths[1]!));
});
