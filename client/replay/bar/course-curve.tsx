import { useEffect, useRef } from "preact/hooks";
import type { Course } from "../../../shared/recording/course.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { setUp } from "../../play/easel.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { theme } from "../../ui/theme.ts";
import type { Player } from "../player.ts";

/** The course of the class behind the slider: the cell's spikes as columns, how well the class was in time as a curve. */
export function CourseCurve({ player }: { readonly player: Player }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const course = player.course.value;
  const whole = player.length.value;
  const look = theme.value;
  // Of a class that cannot be simulated from its start neither is known.
  const untold = player.fromKeyframes.value?.from === 0;
  useEffect(() => {
    if (!course || untold) return;
    // Drawn when it is there, and again when its size or the colours change.
    const easel = setUp(canvas.current!, (context, width, height) => draw(context, width, height, course, whole), 0);
    return () => easel.stop();
  }, [course, whole, look, untold]);
  const words = playerTexts()?.drawn;
  return untold ? null : (
    <canvas ref={canvas} class="course-curve" title={words && `${words.spikes} · ${words.synchrony}`} />
  );
}

function draw(context: CanvasRenderingContext2D, width: number, height: number, course: Course, whole: number): void {
  const style = getComputedStyle(context.canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  context.clearRect(0, 0, width, height);
  context.fillStyle = colour("--glutamate");
  const most = course.spikes.reduce((most, count) => Math.max(most, count), 1);
  for (const [x, spikes] of columns(course, width)) {
    const tall = (spikes / most) * height;
    context.fillRect(x, height - tall, 1, tall);
  }
  context.fillStyle = colour("--text");
  for (const { tick, percent } of course.synchrony) {
    context.fillRect((width * tick * TICK_MS) / whole - 0.75, (1 - percent / 100) * (height - 2), 1.5, 2);
  }
}

/** By column of the picture: the most spikes of the seconds that fall on it. */
function columns({ spikes }: Course, width: number): ReadonlyMap<number, number> {
  const highest = new Map<number, number>();
  const each = width / spikes.length;
  spikes.forEach((count, second) => {
    if (count === 0) return;
    for (let x = Math.floor(second * each); x < Math.max((second + 1) * each, Math.floor(second * each) + 1); x++) {
      highest.set(x, Math.max(count, highest.get(x) ?? 0));
    }
  });
  return highest;
}
