import { useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
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
import { ComparePage } from "./compare/compare-page.tsx";
import { Controls } from "./controls.tsx";
import type { Pictures } from "./film/screen.ts";
import { FollowedPhone } from "./follow/phone.tsx";
import { Incomplete, OtherModel } from "./labels.tsx";
import { KeyframeLabel, OriginLabel } from "./origin-labels.tsx";
import type { Player } from "./player.ts";
import { replayShow } from "./replay-show.ts";
import { ReportPage } from "./report.tsx";
import { useFollowing, useMomentLink } from "./use-moment-link.ts";
import { Beside, BothOver, BothReadouts, BothStrip, WorldName } from "./what-if/both.tsx";

export interface ReplayPageProps {
  readonly player: Player;
  readonly onStage: (stage: Stage) => void;
  /** Takes the picture of what would have been. */
  readonly onBeside: (stage: Stage) => void;
}

/** A class watched again: the projector's picture with a timeline instead of the teacher's bar. */
export function ReplayPage({ player, onStage, onBeside }: ReplayPageProps) {
  const script = player.script.value;
  const show = useMemo(() => replayShow(player, script), [player, script]);
  const beside = useMemo(() => replayShow(player, script, player.beside), [player, script]);
  const both = player.worlds.value === "both";
  const slow = useSlowMotion(show, !both);
  const pictures = useRef<Pictures>({});
  const { replay, stage } = wallTexts();
  const { reasons } = texts();
  useEffect(() => () => player.close(), [player]);
  useMomentLink(player);
  useFollowing(player);
  useSignalEffect(() => pictures.current.was?.highlight(player.followed.value));

  if (player.status.value !== "ready") {
    const failed = player.status.value === "failed";
    const { failure, unshown } = player;
    const why = unshown.value ?? failure.value;
    const reason = why && { ...reasons, ...replay.unshown }[why];
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
  if (player.report.value) return <ReportPage player={player} report={player.report.value} />;
  const { comparison } = player.comparison.value;
  if (comparison) return <ComparePage player={player} comparison={comparison} />;
  const view = show.view.value;
  const slowly = slow.open && !both ? slow : undefined;
  return (
    <main class="stage replay" data-status="ready" data-phase={view?.phase ?? "none"} data-testid="phase">
      <div class="live">
        {slowly && <SlowPanel slow={slowly} />}
        {!slowly && (both ? <BothStrip was={show} would={beside} /> : <Strip show={show} />)}
        <Slot show={show} replay={undefined} />
        <div class={both ? "worlds-seen both" : "worlds-seen"}>
          {both && <WorldName player={player} show={show} would={false} />}
          {both && <WorldName player={player} show={beside} would />}
          <Scene
            show={both ? show : slow.scene}
            onStage={(made) => {
              pictures.current.was = made;
              made.highlight(player.followed.peek());
              onStage(made);
            }}
          >
            {both && <BothOver show={show} />}
            {!both && <SlowOffer slow={slow} />}
            {!both && view && !slowly && <Board show={show} view={view} />}
            {!both && view && !slowly && <Ballot view={view} />}
            {!both && view && !slowly && <Debrief view={view} />}
          </Scene>
          <Beside
            player={player}
            show={beside}
            onStage={(made) => {
              pictures.current.would = made;
              onBeside(made);
            }}
          />
        </div>
        <ConditionChips show={show}>
          <OtherModel player={player} />
          <Incomplete player={player} />
          <KeyframeLabel player={player} />
          <OriginLabel player={player} />
        </ConditionChips>
        {player.followed.value !== undefined ? (
          <FollowedPhone player={player} show={show} />
        ) : both ? (
          <BothReadouts was={show} would={beside} />
        ) : (
          <Readouts show={show} />
        )}
        <Foot show={show} />
      </div>
      <SynapseTable show={show} />
      <Controls player={player} show={show} pictures={pictures.current} />
    </main>
  );
}
