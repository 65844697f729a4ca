import { launchChromium } from "../browser/chromium.ts";
import { startTestServer } from "../helpers/running-class.ts";
import { FRAME_BUDGET, type FrameCost } from "../scenes/frame-cost.ts";
import { measurePhoneBundle } from "./phone-bundle.ts";
import { measurePhonePage, type PhonePage } from "./phone-page.ts";
import { most, type Row } from "./row.ts";
import { measureScene } from "./scene.ts";

const frame = (kind: string, { whole, marks, blitter }: FrameCost): Row[] => [
  most(`stage's frame, 60 x 50 receptors, 1080p, ${kind}`, whole, "ms", FRAME_BUDGET.wholeMs, "time"),
  most("  over a Blitter scene of as many bobs", whole / blitter, "times", FRAME_BUDGET.wholeRatio, "time"),
  most("  receptors and particles alone over it", marks / blitter, "times", FRAME_BUDGET.marksRatio, "time"),
];

/** What the pages cost: the stage's frame, and the phone's script. */
export async function clientRows(): Promise<Row[]> {
  const bundle = await measurePhoneBundle();
  const scene = await measureScene();
  const phone = await phonePage();
  return [
    ...(scene ? [...frame("WebGL", scene.webgl), ...frame("Canvas", scene.canvas)] : []),
    ...(scene
      ? [
          most("  allocated by our code, a frame", scene.allocated.ours, "bytes", FRAME_BUDGET.allocated, "size"),
          { what: "  by Phaser and the browser", measured: scene.allocated.theirs, unit: "bytes" },
          { what: "  light colours' filter, a frame, without a graphics card", measured: scene.filter, unit: "ms" },
        ]
      : []),
    most("phone's button usable, processor 6 times slower", phone.usable, "ms", 1500, "time"),
    most("  layout shift", phone.shift, "", 0.001, "size"),
    most("phone's JavaScript, gzip", bundle.bytes / 1000, "kB", 75, "size"),
  ];
}

const VISITS = 5;

/** The median visit of a phone. */
async function phonePage(): Promise<PhonePage> {
  const server = await startTestServer();
  const browser = await launchChromium();
  try {
    const visits: PhonePage[] = [];
    for (let i = 0; i < VISITS; i++) visits.push(await measurePhonePage(browser, server));
    const middle = (of: (page: PhonePage) => number): number => visits.map(of).sort((a, b) => a - b)[VISITS >> 1]!;
    return { usable: middle(({ usable }) => usable), shift: middle(({ shift }) => shift) };
  } finally {
    await browser.close();
    await server.close();
  }
}
