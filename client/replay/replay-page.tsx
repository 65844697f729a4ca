import { useEffect, useMemo } from "preact/hooks";
import type { Stage } from "../scenes/stage.ts";
import { Ballot } from "../stage/ballot.tsx";
import { Board } from "../stage/board/board.tsx";
import { ConditionChips } from "../stage/conditions.tsx";
import { Debrief } from "../stage/debrief.tsx";
import { Foot } from "../stage/foot.tsx";
import { Readouts } from "../stage/readouts.tsx";
import { Scene } from "../stage/scene.tsx";
import { Slot } from "../stage/slot.tsx";
import { SlowOffer, SlowPanel, useSlowMotion } from "../stage/slow/slow-motion.tsx";
import { Strip } from "../stage/strip.tsx";
import { SynapseTable } from "../stage/synapse-table.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { Controls, Incomplete, OtherModel, Verification } from "./controls.tsx";
import type { Player } from "./player.ts";
import { replayShow } from "./replay-show.ts";
import { ReportPage } from "./report.tsx";

export interface ReplayPageProps {
  readonly player: Player;
  readonly onStage: (stage: Stage) => void;
}

/** A class watched again: the projector's picture with a timeline instead of the teacher's bar. */
export function ReplayPage({ player, onStage }: ReplayPageProps) {
  const script = player.script.value;
  const show = useMemo(() => replayShow(player, script), [player, script]);
  const slow = useSlowMotion(show);
  const { replay, stage } = wallTexts();
  const { reasons } = texts();
  useEffect(() => () => player.close(), [player]);

  if (player.status.value !== "ready") {
    const failed = player.status.value === "failed";
    const { failure, unshown } = player;
    const reason = unshown.value ? replay.unshown[unshown.value] : failure.value && reasons[failure.value];
    return (
      <main class="stage notice" data-status={player.status.value}>
        <h1 class="notice-title">{failed ? replay.failed : replay.loading}</h1>
        {reason && (
          <p class="notice-line" role="alert">
            {reason}
          </p>
        )}
        {failed && (
          <a class="button" href="/">
            {stage.home}
          </a>
        )}
        <LanguageSwitch />
      </main>
    );
  }
  if (player.report.value) return <ReportPage report={player.report.value} close={() => player.showReport(false)} />;
  return (
    <main class="stage replay" data-status="ready" data-phase={show.view.value?.phase ?? "none"} data-testid="phase">
      <div class="live">
        {slow.open ? <SlowPanel slow={slow} /> : <Strip show={show} />}
        <Slot show={show} replay={undefined} />
        <Scene show={slow.scene} onStage={onStage}>
          <SlowOffer slow={slow} />
          {show.view.value && !slow.open && <Board show={show} view={show.view.value} />}
          {show.view.value && !slow.open && <Ballot view={show.view.value} />}
          {show.view.value && !slow.open && <Debrief view={show.view.value} />}
        </Scene>
        <ConditionChips show={show}>
          <OtherModel player={player} />
          <Incomplete player={player} />
        </ConditionChips>
        <Readouts show={show}>
          <Verification player={player} />
        </Readouts>
        <Foot show={show} />
      </div>
      <SynapseTable show={show} />
      <Controls player={player} show={show} />
    </main>
  );
}
