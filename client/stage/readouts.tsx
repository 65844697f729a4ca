import type { ComponentChildren } from "preact";
import type { ClassView, PlotPoint } from "../../shared/session/view.ts";
import { LtpPlot } from "../plots/ltp-plot.tsx";
import { plural, signed } from "../ui/format.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { boardOn } from "./board/board-state.ts";
import { BoardWords } from "./board/board-words.tsx";
import { receptorsWon, syncWord } from "./figures.ts";
import { roundOf, type Show } from "./show.ts";

/** Letters of a figure that have room beside the other one on a 4:3 screen. */
const FITS = 4;

const NO_GHOST: readonly PlotPoint[] = [];

/** The panel beside the picture: what the class has reached, in figures and one plot. */
export function Readouts({ show, children }: { readonly show: Show; readonly children?: ComponentChildren }) {
  const view = show.view.value;
  const { stage } = wallTexts();
  if (!view) return <aside class="panel" />;
  const won = signed(receptorsWon(view));
  const board = boardOn(show, view);
  if (board) {
    return (
      <aside class="panel">
        <BoardWords view={view} state={board} />
        {view.phase === "round" && <Synchrony view={view} />}
        {children}
      </aside>
    );
  }
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
          <b data-testid="receptors" class={won.length > FITS ? "figure won long" : "figure won"}>
            {won}
          </b>
          <span class="what">{stage.receptors}</span>
        </p>
      </div>
      <p class="needed divided">
        <b class="figure">{percent(view.needed)}</b>
        <span class="what">{stage.needed}</span>
      </p>
      {view.phase !== "round" && <Consolidation view={view} />}
      {view.phase === "round" && roundOf(show, view)?.guided && <Synchrony view={view} />}
      <LtpPlot points={view.plot} ghost={show.ghost?.value ?? NO_GHOST} parting={show.parting?.value} />
      {children}
    </aside>
  );
}

/** What a lasting change is made of, while there is any. A round's figures are those of the beat. */
function Consolidation({ view }: { readonly view: ClassView }) {
  const names = labTextsIfThere();
  const tagged = view.seats.filter(({ tag }) => tag !== 0).length;
  if (!names || (view.proteins === 0 && tagged === 0)) return null;
  const { panel } = names;
  return (
    <p class="what" data-testid="consolidation">
      {fill(panel.proteins, { percent: percent(view.proteins), tagged: plural(panel.tagged, tagged) })}
    </p>
  );
}

/** How well the last beat was met: the word and its colour, the figure, and the bar say the same. */
function Synchrony({ view }: { readonly view: ClassView }) {
  const { stage } = wallTexts();
  const word = syncWord(view.synchrony);
  return (
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
  );
}

/** The space is narrow, and never a line's end. */
const percent = (n: number): string => `${n}\u202f%`;
