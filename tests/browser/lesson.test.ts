import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ClassroomRoom } from "../../server/classroom/classroom.ts";
import type { BetId } from "../../shared/lesson/bets.ts";
import { type LessonId, lessons } from "../../shared/lesson/lessons.ts";
import { startTestServer } from "../helpers/running-class.ts";
import { launchChromium } from "./chromium.ts";
import { endClass, hostClass, joinByCode, openWindow, viewOn, viewUntil } from "./pages.ts";

/** The room's clock runs so many times as fast: bots tap in its time, people only bet. */
const PACE = 20;
const [YES, NO] = [0, 1];
const [GROW] = [0];
const [MOST, NOTHING] = [0, 2];

/** What comes true of each lesson's bets, in their order; undefined: either of several. */
const OUTCOMES: Record<LessonId, readonly (readonly [BetId, number | undefined])[]> = {
  "10": [
    ["alone", NO],
    ["tomorrow", NOTHING],
    ["tomorrow", MOST],
  ],
  "25": [
    ["alone", NO],
    ["weak", undefined],
    ["weak", GROW],
    ["bell", YES],
    ["bell", NO],
    ["tomorrow", MOST],
  ],
  "45": [
    ["alone", NO],
    ["weak", undefined],
    ["weak", GROW],
    ["bell", YES],
    ["bell", NO],
    ["late", undefined],
    ["blocked", NOTHING],
    ["rescue", MOST],
    ["months", undefined],
    ["half", undefined],
    ["half", undefined],
    ["elsewhere", undefined],
    ["elsewhere", undefined],
  ],
};

/** Leads the class from its first step to its last with the one button, and notes what came true of each bet. */
async function lead(stage: Page, phone: Page, id: LessonId): Promise<[BetId, number][]> {
  const { steps } = lessons[id];
  const outcomes: [BetId, number][] = [];
  await stage.getByTestId("round-select").selectOption(`lesson ${id}`);
  await viewUntil(stage, (view) => view.lesson !== null);
  for (let at = 0; at < steps.length; at++) {
    await stage.getByTestId("start").click();
    const step = steps[at]!;
    await viewUntil(stage, (view) => view.lesson?.at === at);
    if (step.do === "bet" || step.do === "vote" || step.do === "check") {
      await phone.getByTestId("option-0").click();
      await viewUntil(stage, (view) => (view.ballot?.counts[0] ?? 0) > 0);
      await stage.getByTestId("start").click();
    }
    const view = await viewUntil(stage, ({ phase }) => phase === "between", 30_000);
    const { ballot } = view;
    if (ballot?.bet && ballot.due === at && ballot.outcome >= 0) {
      outcomes.push([ballot.bet, ballot.outcome]);
      await stage.getByTestId("ballot").waitFor();
    }
  }
  return outcomes;
}

/** Takes the last step back, which asks twice, and plays it again. */
async function takeBackAndRepeat(stage: Page, last: number): Promise<void> {
  for (let press = 0; press < 2; press++) await stage.getByTestId("back").click();
  await viewUntil(stage, (view) => view.lesson?.at === last - 1);
  await stage.getByTestId("start").click();
  const begun = await viewUntil(stage, (view) => view.lesson?.at === last);
  if (begun.phase === "bet") await stage.getByTestId("start").click();
  await viewUntil(stage, (view) => view.lesson?.at === last && view.phase === "between");
}

test.each([
  ["10", "pt-BR"],
  ["25", "en"],
  ["45", "pt-BR"],
] as const)(
  "the lesson of %s minutes is led to its end in %s, and every phenomenon appears",
  async (id, locale) => {
    const server = await startTestServer();
    ClassroomRoom.services = { ...ClassroomRoom.services, pace: PACE };
    const browser = await launchChromium();
    const complaints: string[] = [];
    try {
      const { page: stage } = await openWindow(browser, complaints, { width: 960, height: 540, locale });
      const code = await hostClass(stage, server);
      const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
      await joinByCode(phone, server, code);
      for (let i = 0; i < 24; i++) await stage.getByTestId("bots-more").click();
      await viewUntil(stage, (view) => view.seats.length === 25);
      const outcomes = await lead(stage, phone, id);
      expect(outcomes.map(([bet]) => bet)).toEqual(OUTCOMES[id].map(([bet]) => bet));
      outcomes.forEach(([bet, outcome], i) => {
        const expected = OUTCOMES[id][i]![1];
        if (expected !== undefined) expect([bet, outcome]).toEqual([bet, expected]);
      });
      expect((await viewOn(stage))!.lesson!.at).toBe(lessons[id].steps.length - 1);
      await takeBackAndRepeat(stage, lessons[id].steps.length - 1);
      // At the end all of it is on the wall, with what the one phone said.
      await endClass(stage);
      const rows = stage.getByTestId("bets").locator("tbody tr");
      await rows.first().waitFor();
      expect(await rows.count()).toBe(OUTCOMES[id].length);
      expect(await rows.first().textContent()).toContain("(1/1)");
      // What was learnt has a row for each idea; of one student's answers no share is told.
      const ideas = lessons[id].steps.filter((step) => step.do === "check").length / 2;
      const learnt = stage.getByTestId("learnt").locator("tbody tr");
      expect(await learnt.count()).toBe(ideas);
      if (ideas > 0) expect(await learnt.first().textContent()).not.toContain("%");
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  },
  240_000,
);

test("a lesson is loaded from a file and saved as one; a file that is none says so and changes nothing", async () => {
  const server = await startTestServer();
  const browser = await launchChromium();
  const complaints: string[] = [];
  try {
    const { page: stage } = await openWindow(browser, complaints);
    await hostClass(stage, server);
    await stage.getByTestId("bots-more").click();
    const load = (text: string): Promise<void> =>
      stage
        .getByTestId("lesson-file")
        .setInputFiles({ name: "lesson.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await load('{"lesson": 2, "steps": []}');
    await stage.getByRole("alert").waitFor();
    expect(await stage.getByRole("alert").textContent()).toContain("newer version");
    expect((await viewOn(stage))!.lesson).toBeNull();
    const steps = [
      { do: "bet", bet: "weak", over: 1 },
      { do: "round", round: "weak-alone" },
    ];
    await load(JSON.stringify({ lesson: 1, title: "mine", steps }));
    expect((await viewUntil(stage, (view) => view.lesson !== null)).lesson!.steps).toEqual(steps);
    const saved = stage.waitForEvent("download");
    await stage.getByTestId("round-select").selectOption("save");
    const stream = await (await saved).createReadStream();
    const text = (await stream.toArray()).join("");
    expect(JSON.parse(text)).toMatchObject({ lesson: 1, steps });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 120_000);
