import { describe, expect, test } from "vitest";
import { layOut } from "../../client/scenes/view-model/layout.ts";
import { leanTowards, READ_IN_MS, TOLD_FOR_MS, tellingAt } from "../../client/scenes/view-model/story.ts";
import { notesBetween } from "../../client/sound/score.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import type { Milestone } from "../../shared/session/milestones.ts";
import { packMilestone, unpackMilestones } from "../../shared/wire/milestones.ts";
import { syntheticMoment } from "./synthetic.ts";

const milestone = (kind: Milestone["kind"], tick: number, seat = -1, figure = 0): Milestone => ({
  ...{ kind, tick, seat, figure },
});
const story = [milestone("spike", 100), milestone("tag", 110, 3), milestone("recruit", 400, 7)];
const at = (tick: number): number => tick * TICK_MS;

describe("a milestone", () => {
  test("is told from its tick on, for as long as it takes to read it from the back row", () => {
    expect(tellingAt(story, at(100) - 1)).toBeUndefined();
    expect(tellingAt(story, at(100))?.milestone.kind).toBe("spike");
    expect(tellingAt(story, at(400) + TOLD_FOR_MS - 1)?.milestone.kind).toBe("recruit");
    expect(tellingAt(story, at(400) + TOLD_FOR_MS)).toBeUndefined();
  });

  test("waits until the one before it can have been read, and then takes its place", () => {
    expect(tellingAt(story, at(110) + 100)?.milestone.kind).toBe("spike");
    expect(tellingAt(story, at(100) + READ_IN_MS)).toEqual({ milestone: story[1], age: 0 });
  });

  test("comes through the wire as it was", () => {
    const all = [...story, milestone("threshold", 1_000_000, -1, 29), milestone("fading", 2, 59)];
    expect(unpackMilestones(all.flatMap(packMilestone))).toEqual(all);
  });

  test("has a bell where the picture's own sounds do not tell of it", () => {
    const moment = syntheticMoment({ seats: 20 }, at(500));
    const told = { ...moment, pulses: [], changes: [], view: { ...moment.view, story } };
    expect(notesBetween(told, 0, at(500)).map(({ voice, time }) => [voice, time])).toEqual([
      ["news", at(100) + READ_IN_MS],
    ]);
  });
});

describe("the camera", () => {
  const layout = layOut(30, { width: 1400, height: 700, text: 30 });
  const lean = (telling: { milestone: Milestone; age: number }) => {
    const view = { x: layout.width / 2, y: layout.height / 2, scale: 1 };
    leanTowards(layout, telling, view);
    return view;
  };

  test("goes nearer to the synapse that won the first receptor, and comes back", () => {
    const { x, y } = layout.places[7]!;
    const [before, there, after] = [0, 1500, 4000].map((age) => lean({ milestone: story[2]!, age }));
    expect(before).toEqual({ x: layout.width / 2, y: layout.height / 2, scale: 1 });
    expect(there!.scale).toBeGreaterThan(1.1);
    const far = (p: { x: number; y: number }): number => Math.hypot(p.x - x, p.y - y);
    expect(far(there!)).toBeLessThan(far(before!));
    expect(after).toEqual(before);
  });

  test("keeps everybody in sight while the class taps", () => {
    for (const kind of ["spike", "tag", "threshold"] as const) {
      expect(lean({ milestone: milestone(kind, 0, 7), age: 1500 }).scale).toBe(1);
    }
  });

  test("shows nothing outside the picture", () => {
    for (let seat = 0; seat < 30; seat++) {
      for (let age = 0; age < 3500; age += 100) {
        const { x, y, scale } = lean({ milestone: milestone("recruit", 0, seat), age });
        expect(x - layout.width / scale / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(x + layout.width / scale / 2).toBeLessThanOrEqual(layout.width + 1e-6);
        expect(y - layout.height / scale / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(y + layout.height / scale / 2).toBeLessThanOrEqual(layout.height + 1e-6);
      }
    }
  });
});
