import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { standardScript } from "../../shared/lesson/script.ts";
import { setup as buildPages } from "../helpers/build-pages.ts";
import { enter, startTestServer, until } from "../helpers/running-class.ts";
import { writeAnimation } from "./animation.ts";
import { launchChromium } from "./chromium.ts";
import { writeContactSheet } from "./contact-sheet.ts";
import { endClass, hostClass, joinByCode, openWindow, tapAt, viewOn, viewUntil } from "./pages.ts";

/**
 * `npm run screenshots`: holds a class of thirty in a real browser and writes the README's pictures, mid-play.
 * `npm run screenshots -- FOLDER LANGUAGE` writes pictures of every phase there.
 */
const README = ["lobby", "stage", "synapse", "phone", "replay", "lab", "memory", "remote", "what-if"];
/** Experiments of the lab that are pictured. */
const LAB = [
  ["lab", "protocol=tetani&drug=anisomycin"],
  ["lab-tagging", "protocol=tagging"],
  ["lab-timing", "protocol=stdp&against=culture"],
  ["lab-frequency", "protocol=frequency&drug=phosphatase-block"],
] as const;
const [chosen, locale = "en"] = process.argv.slice(2);
const folder = chosen ?? join(import.meta.dirname, "pictures");
/** Places in the list of rounds. */
const [TOGETHER, PICTURE, RECALL] = [2, 12, 14];
mkdirSync(folder, { recursive: true });
await buildPages();

const server = await startTestServer({ PUBLIC_URL: "http://192.168.0.12:2567" });
const browser = await launchChromium();
const complaints: string[] = [];
/** Three pictures are stored by the class, and half of the first wakes the rest. */
async function pictureMemory(stage: Page, phone: Page): Promise<void> {
  const play = async (round: number): Promise<void> => {
    await stage.getByTestId("round-select").selectOption({ index: round });
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round");
  };
  for (let i = 0; i < 3; i++) {
    await play(PICTURE);
    await viewUntil(stage, (view) => view.phase === "between");
  }
  await play(RECALL);
  await viewUntil(stage, (view) => view.beat >= 6);
  await shoot(stage, "memory");
  await shoot(phone, "phone-memory");
  await viewUntil(stage, (view) => view.phase === "between");
}

/** Every round in its middle, on stage and phone. */
async function pictureRounds(stage: Page, phone: Page): Promise<void> {
  for (const [index, { id }] of standardScript.entries()) {
    await stage.getByTestId("round-select").selectOption({ index });
    await stage.getByTestId("start").click();
    await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 4);
    await shoot(stage, `round-${id}`);
    await shoot(phone, `round-${id}-phone`);
    // Not to their ends: a lapse each would take as long again.
    while ((await viewOn(stage))!.phase !== "between") {
      await stage.getByTestId("next").click();
      await stage.waitForTimeout(300);
    }
  }
}

/** The teacher's phone, let in by the code on the wall. */
async function pictureRemote(stage: Page): Promise<void> {
  await stage.getByTestId("display").click();
  await stage.getByTestId("lead-remote").click();
  const pin = (await stage.getByTestId("pin").textContent())!;
  const link = (await stage.getByTestId("pairing-link").getAttribute("href"))!;
  await shoot(stage, "pairing");
  const { page: remote } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
  await remote.goto(server.url + link);
  await remote.getByTestId("pin").fill(pin);
  await remote.getByTestId("pair").click();
  await remote.getByTestId("say-card").waitFor();
  await remote.waitForTimeout(500);
  await shoot(remote, "remote");
  await remote.close();
  await stage.getByTestId("lead-close").click();
}

const shoot = async (page: Page, name: string): Promise<void> => {
  if (!chosen && !README.includes(name)) return;
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 72 });
  console.log(`${name}.jpg`);
};

try {
  const { page: stage } = await openWindow(browser, complaints, { width: 1920, height: 1080, locale });
  const code = await hostClass(stage, server);
  const { page: phone } = await openWindow(browser, complaints, { width: 360, height: 640, locale });
  await joinByCode(phone, server, code);
  for (let i = 0; i < 29; i++) await stage.getByTestId("bots-more").click();
  await viewUntil(stage, (view) => view.seats.length === 30);
  await stage.waitForTimeout(700);
  await shoot(stage, "lobby");

  const hostKey = await stage.evaluate(() => localStorage.getItem("fire-together.hostKey"));
  const clock = await enter(server, code, { hostKey });
  await stage.getByTestId("round-select").selectOption({ index: TOGETHER });
  await stage.getByTestId("start").click();
  const { beatZero } = await viewUntil(stage, (view) => view.phase === "round");
  const first = Date.now() - clock.now() + beatZero - 15;
  await tapAt(
    phone,
    Array.from({ length: 20 }, (_, beat) => first + 500 * beat),
  );
  await viewUntil(stage, (view) => view.beat >= 8);
  // A moment after the beat has reached the drawn instant, when spikes and calcium are on their way.
  const { delay } = clock.room.state;
  await until(() => (clock.now() - delay - 240 - beatZero) % 500 < 90);
  await shoot(stage, "stage");
  await until(() => (clock.now() - beatZero) % 500 > 380);
  await shoot(phone, "phone");
  await stage.keyboard.press("2");
  await stage.waitForTimeout(1500);
  await shoot(stage, "branch");
  await stage.keyboard.press("3");
  await stage.waitForTimeout(1500);
  await until(
    () => (clock.now() - delay - 240 - beatZero) % 500 > 120 && (clock.now() - delay - 240 - beatZero) % 500 < 200,
  );
  await shoot(stage, "synapse");
  await stage.keyboard.press("1");
  await viewUntil(stage, (view) => view.phase === "lapse" && view.lapse.minutes >= 5);
  await shoot(stage, "lapse");
  await viewUntil(stage, (view) => view.phase === "between");
  await stage.waitForTimeout(500);
  await shoot(stage, "card");
  await stage.getByTestId("laboratory").click();
  await stage.getByTestId("drug-anisomycin").check();
  await shoot(stage, "laboratory");
  await stage.getByTestId("pass-86400").click();
  await viewUntil(stage, (view) => view.phase === "lapse" && view.lapse.minutes >= 600);
  await shoot(stage, "day");
  await shoot(phone, "phone-day");
  await viewUntil(stage, (view) => view.phase === "between");
  await pictureMemory(stage, phone);
  if (chosen) await pictureRounds(stage, phone);
  await pictureRemote(stage);
  await endClass(stage);
  await until(() => clock.closed === 4101, 10_000);
  await stage.waitForTimeout(500);
  await shoot(stage, "ended");
  await shoot(phone, "phone-ended");

  const [session] = await (
    await fetch(`${server.url}/api/sessions`, { headers: { Authorization: `Bearer ${hostKey}` } })
  ).json();
  await stage.goto(`${server.url}/replay/${session.id}`);
  await stage.getByTestId("seek").waitFor();
  await stage.getByTestId("jump").selectOption({ index: 1 });
  await stage.getByTestId("play").click();
  await viewUntil(stage, (view) => view.phase === "round" && view.beat >= 10);
  await shoot(stage, "replay");
  const box = await stage.getByTestId("scene").boundingBox();
  await stage.getByTestId("play").click();
  await stage.keyboard.press("3");
  await stage.waitForTimeout(1500);
  const beat = (await viewOn(stage))!.beatZero + 11 * 500;
  if (!chosen && box) {
    const animation = { from: beat - 200, to: beat + 760, every: 40, clip: box, width: 640, delay: 120 };
    await writeAnimation(stage, animation, join(folder, "replay.gif"));
    console.log("replay.gif");
  }
  await stage.keyboard.press("1");
  await stage.getByTestId("what-if").click();
  await stage.getByTestId("what-if-drug").selectOption("apv");
  await stage.getByTestId("what-if-run").click();
  await stage.getByTestId("what-if-ends").waitFor();
  await stage.waitForTimeout(500);
  await shoot(stage, "what-if-panel");
  // Both worlds, when the round's receptors had come: there they are farthest apart.
  await stage.getByTestId("speed").selectOption("4");
  await stage.getByTestId("what-if-watch").click();
  await viewUntil(stage, (view) => view.phase === "between");
  await stage.getByTestId("play").click();
  await stage.waitForTimeout(1000);
  await shoot(stage, "what-if");
  await stage.goto(server.url);
  await stage.waitForTimeout(700);
  await shoot(stage, "home");
  for (const [name, query] of LAB) {
    await stage.goto(`${server.url}/lab?${query}`);
    await stage.getByTestId("run").waitFor();
    await stage.waitForTimeout(700);
    await shoot(stage, name);
  }
  await phone.goto(`${server.url}/lab?${LAB[0]![1]}`);
  await phone.getByTestId("run").waitFor();
  await phone.getByTestId("figure-strength").scrollIntoViewIfNeeded();
  await phone.waitForTimeout(700);
  await shoot(phone, "lab-phone");
  if (!chosen) {
    await writeContactSheet(browser, server, join(folder, "layouts.jpg"));
    console.log("layouts.jpg");
  }
} finally {
  await browser.close();
  await server.close();
}
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  process.exitCode = 1;
}
