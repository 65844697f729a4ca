import type { ComponentChildren } from "preact";
import { LtpPlot } from "../plots/ltp-plot.tsx";
import { signed } from "../ui/format.ts";
import { fill, texts } from "../ui/locale.ts";
import { receptorsWon, syncWord } from "./figures.ts";
import type { Show } from "./show.ts";

/** The panel beside the picture: what the class has reached, in figures and one plot. */
export function Readouts({ show, children }: { readonly show: Show; readonly children?: ComponentChildren }) {
  const view = show.view.value;
  const { stage } = texts();
  if (!view) return <aside class="panel" />;
  const word = syncWord(view.synchrony);
  return (
    <aside class="panel">
      <div class="counters">
        <p class="counter">
          <b class="figure" data-testid="spikes">
            {view.cellSpikes}
          </b>
          <span class="what">{stage.spikes}</span>
        </p>
        <p class="counter">
          <b data-testid="receptors" class="figure won">
            {signed(receptorsWon(view))}
          </b>
          <span class="what">{stage.receptors}</span>
        </p>
      </div>
      <p class="needed divided">
        <b class="figure">{percent(view.needed)}</b>
        <span class="what">{stage.needed}</span>
      </p>
      <div class="synchrony divided" data-testid="synchrony">
        <p class="synchrony-line">
          <span class={word ? "visually-hidden" : "what"}>{stage.synchrony}</span>
          {word && <b class={`word ${word}`}>{`${percent(view.synchrony)} ${stage[word]}`}</b>}
          <span class="what spread">{view.spread < 0 ? "" : fill(stage.spread, { ms: Math.round(view.spread) })}</span>
        </p>
        <div class="meter" aria-hidden="true">
          <i class={`meter-bar ${word ?? ""}`} style={{ width: `${Math.max(0, view.synchrony)}%` }} />
        </div>
      </div>
      <LtpPlot points={view.plot} />
      {children}
    </aside>
  );
}

/** The space is narrow, and never a line's end. */
const percent = (n: number): string => `${n}\u202f%`;
