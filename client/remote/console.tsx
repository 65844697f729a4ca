import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { spokenCode } from "../../shared/wire/code.ts";
import type { Classroom } from "../net/classroom.ts";
import { ZOOMS } from "../scenes/view-model/zoom/gaze.ts";
import { BotsControl } from "../stage/bots.tsx";
import { Choice } from "../stage/choice.tsx";
import type { Desk } from "../stage/desk.ts";
import { nameOf } from "../stage/figures.ts";
import { Electrode } from "../stage/laboratory/electrode-control.tsx";
import { Region } from "../stage/laboratory/region.tsx";
import { Drugs, Mechanisms } from "../stage/laboratory/switches.tsx";
import { Tempo } from "../stage/laboratory/tempo.tsx";
import { Time } from "../stage/laboratory/time.tsx";
import { DoorNotice } from "../stage/lead/door.tsx";
import { Phrase } from "../stage/lead/phrase.tsx";
import { SayCard } from "../stage/lead/say-card.tsx";
import { Students } from "../stage/lead/students.tsx";
import { Troubles } from "../stage/lead/trouble.tsx";
import { headline } from "../stage/strip.tsx";
import { Twice } from "../stage/twice.tsx";
import { seatNumber } from "../ui/format.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { leadTexts } from "../ui/lead-locale.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { fill, language, texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { zoomTexts } from "../ui/zoom-locale.ts";

interface ConsoleProps {
  readonly code: string;
  readonly script: readonly Round[];
  readonly classroom: Classroom;
  readonly desk: Desk;
  readonly view: ClassView;
}

/** What the class does now and next, under a thumb; the rest folded away below it. */
export function Console({ code, script, classroom, desk, view }: ConsoleProps) {
  const { remote, phrase, students: words } = leadTexts()!;
  const students = useRef<HTMLDetailsElement>(null);
  const { bar } = wallTexts().stage;
  const { title, line } = headline({ script }, view);
  const over = view.phase === "ended";
  const lost = classroom.status.value === "reconnecting";
  return (
    <main class="remote" data-phase={view.phase} data-testid="remote">
      <header>
        <b>{spokenCode(code)}</b>
        <LanguageSwitch />
      </header>
      <section class="now" aria-live="polite">
        <h1>{over ? remote.ended : title}</h1>
        <p>{line}</p>
        <p class="beat">{view.phase === "round" && beatOf(script, view, remote.beat)}</p>
      </section>
      {(lost || desk.problem.value) && (
        <p role="alert" class="problem">
          {lost ? remote.reconnecting : texts().reasons[desk.problem.value!]}
        </p>
      )}
      <Troubles class="problem" classroom={classroom} desk={desk} />
      {!over && <SayCard view={view} script={script} />}
      {!over && (
        <>
          <div class="steer">
            {desk.idle.value && (
              <>
                <Choice desk={desk} view={view} script={script} />
                <button type="button" class="first" data-testid="start" onClick={() => void desk.start()}>
                  {view.phase === "bet" ? lessonTexts()?.bar.close : bar.start}
                </button>
              </>
            )}
            {desk.running.value && (
              <>
                <button type="button" class="first" data-testid="pause" onClick={() => void desk.togglePause()}>
                  {view.paused ? bar.resume : bar.pause}
                </button>
                <button type="button" data-testid="next" onClick={() => void desk.next()}>
                  {bar.next}
                </button>
              </>
            )}
            {view.canGoBack && <Twice id="back" label={bar.back} sure={bar.backSure} act={desk.back} />}
          </div>
          <DoorNotice desk={desk} view={view} open={() => students.current?.setAttribute("open", "")} />
          <Zoom classroom={classroom} view={view} />
          <details ref={students}>
            <summary>
              {words.title} <b>{view.seats.filter(({ bot, connected }) => connected && !bot).length}</b>
            </summary>
            <Students code={code} desk={desk} view={view} noticed />
          </details>
          <details>
            <summary>{remote.bots}</summary>
            <BotsControl desk={desk} view={view} />
          </details>
          <details>
            <summary>{phrase.show}</summary>
            <Phrase classroom={classroom} />
          </details>
          <Laboratory desk={desk} view={view} />
          <Twice id="end" label={bar.end} sure={bar.endSure} act={desk.end} />
        </>
      )}
    </main>
  );
}

function beatOf(script: readonly Round[], view: ClassView, text: string): string {
  return fill(text, { beat: view.beat, beats: script[view.round]?.beats ?? 0 });
}

/** Where the wall looks: the whole cell, a branch, or one synapse. */
function Zoom({ classroom, view }: { readonly classroom: Classroom; readonly view: ClassView }) {
  const gaze = useSignal<{ zoom: (typeof ZOOMS)[number]; seat: number }>({ zoom: "cell", seat: 0 });
  const words = zoomTexts();
  if (!words) return null;
  const direct = (next: Partial<typeof gaze.value>): void => {
    gaze.value = { ...gaze.value, ...next };
    classroom.direct(gaze.value);
  };
  return (
    <fieldset class="zoom">
      <legend>{leadTexts()!.remote.zoom}</legend>
      <div class="row">
        {ZOOMS.map((zoom) => (
          <button
            key={zoom}
            type="button"
            data-testid={`zoom-${zoom}`}
            aria-pressed={gaze.value.zoom === zoom}
            onClick={() => direct({ zoom })}
          >
            {words[zoom]}
          </button>
        ))}
      </div>
      {gaze.value.zoom !== "cell" && (
        <select
          class="choice"
          aria-label={leadTexts()!.students.title}
          value={gaze.value.seat}
          onChange={({ currentTarget }) => direct({ seat: Number(currentTarget.value) })}
        >
          {view.seats.map((own) => (
            <option key={own.seat} value={own.seat}>
              {seatNumber(own.seat)} {nameOf(own, language.value)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** The laboratory's parts, one below the other. */
function Laboratory({ desk, view }: Pick<ConsoleProps, "desk" | "view">) {
  const names = labTextsIfThere();
  const done = async (doing: Promise<boolean>): Promise<void> => void (await doing);
  if (!names) return null;
  return (
    <details>
      <summary>{leadTexts()!.remote.laboratory}</summary>
      <div class="laboratory-parts">
        {!desk.idle.value && <p class="waits">{names.panel.waits}</p>}
        <Tempo desk={desk} view={view} />
        <Time desk={desk} closeIf={done} />
        <Electrode desk={desk} view={view} closeIf={done} />
        <Region desk={desk} view={view} />
        <Drugs desk={desk} view={view} />
        <Mechanisms desk={desk} view={view} />
      </div>
    </details>
  );
}
