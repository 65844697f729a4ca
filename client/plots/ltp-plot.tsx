import { useEffect, useRef } from "preact/hooks";
import type { PlotPoint } from "../../shared/session/view.ts";
import { duration } from "../ui/duration.ts";
import { fill, language } from "../ui/locale.ts";
import { theme } from "../ui/theme.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { drawPlot, type LivePlot } from "./draw-plot.ts";
import "uplot/dist/uPlot.min.css";

interface LtpPlotProps {
  readonly points: readonly PlotPoint[];
  /** Another course, drawn fainter beside it. */
  readonly ghost: readonly PlotPoint[];
  /** Where the two part, biological minutes. */
  readonly parting?: number | undefined;
}

/**
 * The LTP plot of the textbooks, live: mean strength of each half of the class, percent of baseline, against the
 * cell's own minutes. Its letters are as large as the font size that the page's style gives it.
 */
export function LtpPlot({ points, ghost, parting }: LtpPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<LivePlot>();
  const newest = useRef({ points, ghost, parting });
  newest.current = { points, ghost, parting };
  const words = wallTexts().stage.plot;

  useEffect(() => {
    const element = box.current!;
    let gone = false;
    const observer = new ResizeObserver(() => plot.current?.resize());
    // The plot's code comes after the page has been drawn: nobody needs it in a lobby.
    void import("uplot").then(({ default: UPlot }) => {
      if (gone) return;
      plot.current = drawPlot(UPlot, element);
      plot.current.show(newest.current.points, newest.current.ghost, newest.current.parting);
      observer.observe(element);
    });
    return () => {
      gone = true;
      observer.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, []);

  // Points are only ever added, so their number tells whether there is anything new (but a replay jumps back).
  const last = points.at(-1);
  useEffect(
    () => plot.current?.show(points, ghost, parting),
    [ghost, parting, points.length, last?.minutes, last?.a, last?.b, language.value],
  );

  // The page's colours are taken at creation, too.
  useEffect(() => plot.current?.resize(), [theme.value]);

  const at = last ?? { minutes: 0, a: 100, b: 100 };
  return (
    <figure class="ltp-plot divided" data-testid="plot">
      <figcaption class="plot-title">{words.title}</figcaption>
      <div
        class="plot-area"
        ref={box}
        role="img"
        aria-label={fill(words.summary, {
          time: duration(Math.round(at.minutes)),
          a: Math.round(at.a),
          b: Math.round(at.b),
        })}
      />
    </figure>
  );
}
