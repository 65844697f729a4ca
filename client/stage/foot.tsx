import { TICK_MS } from "../../shared/session/events.ts";
import { LAPSE_TICKS } from "../../shared/session/timing.ts";
import { legend } from "../scenes/legend.ts";
import { duration } from "../ui/duration.ts";
import { fill, language } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { roundOf, type Show } from "./show.ts";
import { ZoomControl } from "./zoom/zoom-control.tsx";

/** Below the picture: what its shapes are, and how its time and numbers relate to a real cell's. */
export function Foot({ show }: { readonly show: Show }) {
  const { stage } = wallTexts();
  return (
    <footer class="foot">
      <ul class="legend">
        {legend.map(({ key, colour, path }) => (
          <li key={key}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={path} style={{ fill: colour }} />
            </svg>
            {stage.legend[key]}
          </li>
        ))}
      </ul>
      <ZoomControl />
      <p class="scale">{scaleNote(show)}</p>
      <ul class="legend">
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path class="threshold-line" d="M0 12h24" />
          </svg>
          {stage.fires}
        </li>
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path class="magnesium-line" d="M0 12h24" />
          </svg>
          {stage.magnesiumOut}
        </li>
      </ul>
    </footer>
  );
}

function scaleNote(show: Show): string {
  const view = show.view.value;
  const round = view && roundOf(show, view);
  const { stage } = wallTexts();
  const short = (x: number): string => x.toLocaleString(language.value, { maximumFractionDigits: 2 });
  if (view?.phase === "lapse") {
    return fill(stage.lapseScale, { time: duration((view.lapse.of * 1000) / (LAPSE_TICKS * TICK_MS), "short") });
  }
  const seconds = view?.electrode ? view.electrode.pace / TICK_MS : 1 / (round?.slowMotion ?? 2.5);
  return fill(stage.scale, { seconds: short(seconds) });
}
