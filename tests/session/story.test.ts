import { describe, expect, test } from "vitest";
import type { MilestoneKind } from "../../shared/session/milestones.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const [WARM_UP, BASELINE, TOGETHER] = [0, 1, 2];
const everyone = (): boolean => true;
const HOUR = 3600;

const kinds = ({ session }: PlayedClass): MilestoneKind[] => session.state.story.told.map(({ kind }) => kind);
function pass(played: PlayedClass, seconds: number): void {
  played.accept({ kind: "lapse", seconds });
  while (played.session.state.phase === "lapse") played.step();
}

test("warm-up and baseline are no milestones", () => {
  const played = new PlayedClass(20);
  played.play(WARM_UP, everyone);
  played.play(BASELINE, (seat) => seat === 3);
  expect(kinds(played)).toEqual([]);
});

describe("a class that fires together", () => {
  const played = new PlayedClass(20);
  played.play(TOGETHER, everyone);
  const { told } = played.session.state.story;

  test("is told of the first spike, the tag, the first recruit and the lower threshold, in this order", () => {
    expect(kinds(played)).toEqual(["spike", "tag", "recruit", "threshold"]);
    const ticks = told.map(({ tick }) => tick);
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
  });

  test("is told who was first, and how many are needed now", () => {
    expect(told.find(({ kind }) => kind === "recruit")!.seat).toBeGreaterThanOrEqual(0);
    const { figure } = told.find(({ kind }) => kind === "threshold")!;
    expect(figure).toBeGreaterThan(25);
    expect(figure).toBeLessThan(41);
  });

  test("is not told again of what it has seen, and is told that it fades", () => {
    played.play(TOGETHER, everyone);
    expect(kinds(played).filter((kind) => kind === "spike" || kind === "recruit")).toHaveLength(2);
    pass(played, 24 * HOUR);
    expect(kinds(played).filter((kind) => kind === "fading")).toHaveLength(1);
  });
});

test("three rounds ten minutes apart make proteins, and that is told once", () => {
  const played = new PlayedClass(20);
  for (let round = 0; round < 3; round++) played.play(TOGETHER, everyone);
  pass(played, HOUR);
  expect(kinds(played).filter((kind) => kind === "proteins")).toHaveLength(1);
  expect(kinds(played)).not.toContain("fading");
});

test("a class out of time has nothing to be told of", () => {
  const played = new PlayedClass(20);
  played.play(TOGETHER, everyone, 170);
  expect(kinds(played)).not.toContain("recruit");
  expect(kinds(played)).not.toContain("threshold");
});

test("in another region everything may happen for the first time again", () => {
  const played = new PlayedClass(20);
  played.play(TOGETHER, everyone);
  played.accept({ kind: "pathway", pathway: "neocortex" });
  played.play(TOGETHER, everyone);
  expect(kinds(played).filter((kind) => kind === "spike")).toHaveLength(2);
});

test("what is told is no part of the state's hash, and comes back with a checkpoint", () => {
  const played = new PlayedClass(20);
  played.play(TOGETHER, everyone);
  const { session } = played;
  const hash = session.hash();
  const checkpoint = session.save();
  session.state.story.told.length = 0;
  expect(session.hash()).toBe(hash);
  session.restore(checkpoint);
  expect(kinds(played)).toContain("recruit");
});
