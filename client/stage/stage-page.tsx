import { computed } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { Classroom } from "../net/classroom.ts";
import type { Stage } from "../scenes/stage.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { fill, texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { Ballot } from "./ballot.tsx";
import { Bar } from "./bar.tsx";
import { Board } from "./board/board.tsx";
import { ConditionChips } from "./conditions.tsx";
import { Debrief } from "./debrief.tsx";
import { openDesk } from "./desk.ts";
import { Foot } from "./foot.tsx";
import { lookAt } from "./gaze.ts";
import { JoinCorner } from "./join-corner.tsx";
import { Troubles } from "./lead/trouble.tsx";
import { liveShow } from "./live-show.ts";
import { Lobby } from "./lobby.tsx";
import { Readouts } from "./readouts.tsx";
import { Scene } from "./scene.tsx";
import { Slot } from "./slot.tsx";
import { SlowOffer, SlowPanel, useSlowMotion } from "./slow/slow-motion.tsx";
import { Strip } from "./strip.tsx";
import { SynapseTable } from "./synapse-table.tsx";
import { ViewerControls } from "./viewer-controls.tsx";

export interface StagePageProps {
  readonly code: string;
  readonly classroom: Classroom;
  readonly script: readonly Round[];
  /** Whether this browser may lead the class. */
  readonly host: boolean;
  /** Where this class can be watched again, once it has ended. */
  readonly replay: () => string | undefined;
  readonly onStage: (stage: Stage) => void;
}

/** The projector's page: the way in while the class gathers, then the cell. */
export function StagePage({ code, classroom, script, host, replay, onStage }: StagePageProps) {
  const { show, close } = useMemo(() => liveShow(classroom, script), [classroom, script]);
  const desk = useMemo(() => openDesk(classroom, script), [classroom, script]);
  useEffect(() => close, [close]);
  // A remote leads this wall's eye, too.
  useEffect(() => {
    if (classroom.directed.value) lookAt(classroom.directed.value);
  }, [classroom.directed.value]);
  // Many views a second bring the same phase; only a new one redraws the page's frame.
  const phase = useMemo(() => computed(() => classroom.view.value?.phase ?? "lobby"), [classroom]).value;
  const slow = useSlowMotion(show);
  const { stage } = wallTexts();
  const { reasons } = texts();
  const status = classroom.status.value;
  const known = classroom.view.value !== undefined;

  if (!known) {
    const reason = classroom.refusal.value;
    const hopeless = status === "refused" || status === "ended";
    return (
      <main class="stage notice" data-phase="none">
        <h1 class="notice-title">{hopeless ? stage.notHere : stage.connecting}</h1>
        {reason && (
          <p class="notice-line" role="alert">
            {fill(reasons[reason], { host: location.host })}
          </p>
        )}
        {hopeless && (
          <a class="button" href="/">
            {stage.home}
          </a>
        )}
        <LanguageSwitch />
      </main>
    );
  }

  const lobby = phase === "lobby";
  return (
    <main class="stage" data-phase={phase} data-testid="phase">
      <div class="live" {...(lobby ? { inert: true } : {})}>
        {slow.open ? <SlowPanel slow={slow} /> : <Strip show={show} />}
        <Slot show={show} replay={replay()} />
        <Scene show={slow.scene} asleep={lobby} onStage={onStage}>
          <SlowOffer slow={slow} />
          {show.view.value && !slow.open && <Board show={show} view={show.view.value} />}
          {show.view.value && !slow.open && <Ballot view={show.view.value} />}
          {show.view.value && !slow.open && <Debrief view={show.view.value} />}
        </Scene>
        <ConditionChips show={show} />
        <Readouts show={show}>
          {!lobby && phase !== "ended" && (
            <JoinCorner code={code} byCard={classroom.view.value?.door?.cardsOnly ?? false} />
          )}
        </Readouts>
        <Foot show={show} />
      </div>
      {lobby && <Lobby code={code} view={classroom.view.value} />}
      <SynapseTable show={show} />
      {status === "reconnecting" && (
        <p class="lost" role="alert">
          {stage.reconnecting}
        </p>
      )}
      <Troubles class="lost" classroom={classroom} desk={host ? desk : undefined} />
      {host ? (
        <Bar code={code} classroom={classroom} desk={desk} view={classroom.view.value!} script={script} />
      ) : (
        <div class="bar">
          <ViewerControls />
        </div>
      )}
    </main>
  );
}
