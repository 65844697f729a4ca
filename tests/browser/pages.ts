import type { Browser, BrowserContext, Page } from "playwright-core";
import type { StageAnchors, StageDescription } from "../../client/scenes/stage.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { until } from "../helpers/running-class.ts";

/** What stage and replay pages offer to tests and the curious. */
declare global {
  interface Window {
    readonly fireTogether?: {
      readonly view: ClassView | undefined;
      readonly describe: () => StageDescription | undefined;
      readonly anchors: () => StageAnchors | undefined;
    };
    /** The second picture of a replay that shows two courses. */
    readonly besideTogether?: Window["fireTogether"];
  }
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

/** Opens a browser window of its own (storage included) and reports whatever its page complains about. */
export async function openWindow(
  browser: Browser,
  complaints: string[],
  { width = 1280, height = 720, locale = "en" }: OpenOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: "no-preference" });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  return { page, context };
}

/** The teacher's way: home page, "new class", the stage with its code. */
export async function hostClass(page: Page, server: { readonly url: string }): Promise<string> {
  await page.goto(server.url);
  await page.getByTestId("new-class").click();
  await page.waitForURL(/\/stage\/\w{6}$/);
  await page.getByTestId("code").waitFor();
  return new URL(page.url()).pathname.split("/")[2]!;
}

/** The student's way: home page, the code typed in, the phone page with its neuron. */
export async function joinByCode(page: Page, server: { readonly url: string }, code: string): Promise<void> {
  await page.goto(server.url);
  await page.getByTestId("join-code").fill(code.toLowerCase());
  await page.getByTestId("join-go").click();
  await page.waitForURL(`**/play/${code}`);
  await page.getByTestId("seat").waitFor();
}

/** What the stage or replay page shows now. */
export const viewOn = (page: Page): Promise<ClassView | undefined> =>
  page.evaluate(() => (window.fireTogether?.view ? structuredClone(window.fireTogether.view) : undefined));

/** Waits until the page's view is as wanted. */
export async function viewUntil(page: Page, wanted: (view: ClassView) => boolean, ms = 30_000): Promise<ClassView> {
  let view: ClassView | undefined;
  await until(async () => {
    view = await viewOn(page);
    return view !== undefined && wanted(view);
  }, ms);
  return view!;
}

/**
 * Makes a phone's page tap as a thumb would, by pointer events. They carry the times they were meant for: on a busy
 * machine timers come late, which is the machine's fault and not the thumb's.
 * @param times epoch ms
 */
export async function tapAt(phone: Page, times: readonly number[]): Promise<void> {
  await phone.evaluate((wanted) => {
    const button = document.querySelector<HTMLButtonElement>('[data-testid="fire"]')!;
    for (const time of wanted) {
      const delay = time - Date.now();
      const stamp = performance.now() + delay;
      setTimeout(() => {
        for (const type of ["pointerdown", "pointerup"]) {
          const event = new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, pointerType: "touch" });
          Object.defineProperty(event, "timeStamp", { value: stamp });
          button.dispatchEvent(event);
        }
      }, delay);
    }
  }, times);
}

/**
 * Ends the class with the bar's button, which asks once more. Both clicks in one go, since on a busy machine the
 * question would lapse; and again when the command was lost with a connection that had to come back.
 */
export async function endClass(stage: Page): Promise<void> {
  await until(async () => {
    await stage.getByTestId("end").evaluate(async (button: HTMLButtonElement) => {
      button.click();
      await new Promise((drawn) => setTimeout(drawn, 200));
      button.click();
    });
    await stage.waitForTimeout(500);
    return (await viewOn(stage))?.phase === "ended";
  }, 20_000);
}
