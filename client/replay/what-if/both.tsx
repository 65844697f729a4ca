import { useRef } from "preact/hooks";
import { LtpPlot } from "../../plots/ltp-plot.tsx";
import type { Stage } from "../../scenes/stage.ts";
import { Board } from "../../stage/board/board.tsx";
import { Scene } from "../../stage/scene.tsx";
import type { Show } from "../../stage/show.ts";
import { headline } from "../../stage/strip.tsx";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import type { Player } from "../player.ts";
import { Ends } from "./ends.tsx";
import { changeWords } from "./words.ts";

/** Two courses of a class at the same tick: as it was, and as it would have been. */
export interface Both {
  readonly was: Show;
  readonly would: Show;
}

/** What both do now; what came of it stands with each. */
export function BothStrip({ was }: Both) {
  const view = was.view.value;
  if (!view) return <header class="strip" />;
  const { title, line, told } = headline(was, view);
  return (
    <header class="strip">
      <h1 class="headline">{title}</h1>
      <p class="line">{told || view.phase === "ended" ? whatIfTexts()?.intro : line}</p>
    </header>
  );
}

/** Above a picture: whose it is, and what is otherwise there. */
export function WorldName({ player, show, would }: { player: Player; show: Show; would: boolean }) {
  const texts = whatIfTexts();
  const names = labTextsIfThere();
  const changes = player.imagined.value?.whatIf.changes;
  const view = show.view.value;
  if (!texts || !names || !changes || !view) return null;
  const otherwise = would ? changeWords(changes, texts, names) : "";
  return (
    <p
      class={would ? "world-name would" : "world-name"}
      title={otherwise}
      data-testid={would ? "name-would" : "name-was"}
      data-tick={view.tick}
    >
      <b>{would ? texts.would : texts.was}</b>
      <span>{otherwise}</span>
    </p>
  );
}

interface BesideProps {
  readonly player: Player;
  readonly show: Show;
  readonly onStage: (stage: Stage) => void;
}

/** The second picture. Once it was made it stays, folded away: browsers count the contexts of games that are gone. */
export function Beside({ player, show, onStage }: BesideProps) {
  const made = useRef(false);
  const seen = player.worlds.value === "both";
  made.current ||= seen;
  if (!made.current) return null;
  return (
    <div class="world" hidden={!seen}>
      <Scene show={show} onStage={onStage} asleep={!seen} second>
        {seen && <BothOver show={show} />}
      </Scene>
    </div>
  );
}

/** Over each of two pictures: what came of it, and the board where the class itself is what is drawn. */
export function BothOver({ show }: { readonly show: Show }) {
  const view = show.view.value;
  if (!view) return null;
  const { line, told } = headline(show, view);
  return (
    <>
      {told && <p class="world-story">{line}</p>}
      <Board show={show} view={view} />
    </>
  );
}

/** In the figures' place: those of both, and one plot with both courses. */
export function BothReadouts({ was, would }: Both) {
  const texts = whatIfTexts();
  const views = { was: was.view.value, would: would.view.value };
  return (
    <aside class="panel both-panel" data-testid="both">
      <Ends {...views} live />
      <LtpPlot points={views.was?.plot ?? []} ghost={was.ghost?.value ?? []} parting={was.parting?.value} />
      {texts && (
        <p class="curve-key">
          <i class="curve" /> {texts.was} <i class="curve other" /> {texts.would}
          {was.parting?.value !== undefined && (
            <span>
              <svg class="fork" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 20V9L3 1M10 9L17 1" />
              </svg>
              {texts.part}
            </span>
          )}
        </p>
      )}
    </aside>
  );
}
