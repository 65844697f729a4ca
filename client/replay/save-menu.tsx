import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { TABLES } from "../../shared/recording/tables.ts";
import type { Show } from "../stage/show.ts";
import { playerTexts } from "../ui/player-locale.ts";
import { useDismiss } from "../ui/use-dismiss.ts";
import { whatIfTexts } from "../ui/what-if-locale.ts";
import { CompareButton } from "./compare/compare-button.tsx";
import { ltpFigure, saveLtp } from "./film/ltp-figure.ts";
import { SimulatedLabel } from "./origin-labels.tsx";
import type { Player } from "./player.ts";
import "../stage/display-menu.css";

interface SaveMenuProps {
  readonly player: Player;
  readonly show: Show;
  readonly openFilm: () => void;
}

/** What a class can be taken home as: its recording, its numbers. */
export function SaveMenu({ player, show, openFilm }: SaveMenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  useDismiss(open, root);
  const texts = whatIfTexts()?.files;
  const more = playerTexts();
  if (!texts) return null;
  return (
    <div class="display" ref={root}>
      <button
        type="button"
        data-testid="save"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {texts.menu}
      </button>
      {open.value && (
        <ul class="display-menu save-menu">
          {player.fromKeyframes.value && (
            <li>
              <SimulatedLabel player={player} />
            </li>
          )}
          <li>
            <button
              type="button"
              data-testid="report-open"
              onClick={() => {
                player.showReport(true);
                open.value = false;
              }}
            >
              {texts.report}
            </button>
          </li>
          <li>
            <CompareButton player={player} />
          </li>
          {more && (
            <>
              <li>
                <button
                  type="button"
                  data-testid="save-plot"
                  onClick={() => {
                    open.value = false;
                    void savePlot(player, show);
                  }}
                >
                  {more.film.plot}
                </button>
              </li>
              <li>
                <button
                  type="button"
                  data-testid="film"
                  onClick={() => {
                    open.value = false;
                    openFilm();
                  }}
                >
                  {more.film.title}
                </button>
              </li>
            </>
          )}
          {(["recording", ...TABLES] as const).map((what) => (
            <li key={what}>
              <button
                type="button"
                data-testid={`save-${what}`}
                onClick={() => {
                  player.save(what);
                  open.value = false;
                }}
              >
                {what === "recording" ? texts.recording : texts.tables[what]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The LTP curve up to what is shown, and beside it all of the other course where there is one. */
function savePlot(player: Player, show: Show): Promise<void> {
  const figure = ltpFigure(show.view.peek()?.plot ?? [], show.ghost?.peek() ?? [], show.parting?.peek());
  return saveLtp(`${player.title}-ltp`, figure, player.worlds.peek() === "would" ? "was" : "would");
}
