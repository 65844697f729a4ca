import { FRAME_BUDGET, type FrameCost } from "../scenes/frame-cost.ts";
import { measurePhoneBundle } from "./phone-bundle.ts";
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
  return [
    ...(scene ? [...frame("WebGL", scene.webgl), ...frame("Canvas", scene.canvas)] : []),
    ...(scene
      ? [
          most("  allocated by our code, a frame", scene.allocated.ours, "bytes", FRAME_BUDGET.allocated, "size"),
          { what: "  by Phaser and the browser", measured: scene.allocated.theirs, unit: "bytes" },
        ]
      : []),
    most("phone's JavaScript, gzip", bundle.bytes / 1000, "kB", 75, "size"),
  ];
}
