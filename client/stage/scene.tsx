import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import type { Milestone } from "../../shared/session/milestones.ts";
import { createLastingStage } from "../scenes/lasting-stage.ts";
import type { Stage } from "../scenes/stage.ts";
import { tellingAt } from "../scenes/view-model/story.ts";
import { createEar } from "../sound/ear.ts";
import { fill } from "../ui/locale.ts";
import { viewerTexts } from "../ui/viewer-locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { calm } from "./calm.ts";
import { CloseUp } from "./close-up/close-up.tsx";
import { useFrames } from "./frames.ts";
import { gaze, zoomIn } from "./gaze.ts";
import { behind, held, releaseHold, throughHold } from "./hold.ts";
import type { Show } from "./show.ts";
import { Banner } from "./story/banner.tsx";
import { keep, LookedAt, PictureWords, type Words, wordsFor } from "./zoom/words.tsx";
import { listenToZoomKeys } from "./zoom/zoom-keys.ts";

/** Time between two looks at where the picture's labels belong, ms; sooner while none are there. */
const LABEL_EVERY_MS = 250;
const NO_LABEL_EVERY_MS = 80;

export interface SceneProps {
  readonly show: Show;
  /** The lobby covers the picture: it is made ready, not drawn. */
  readonly asleep?: boolean;
  /** It stands beside another: it is not heard, leaves the keys to that one, and is held with it. */
  readonly second?: boolean;
  /** Hands the picture out, for `window.fireTogether`. */
  readonly onStage: (stage: Stage) => void;
  /** What else stands over the picture. */
  readonly children?: ComponentChildren;
}

/** The picture, filling its box; the words on it are DOM, so that they are sharp, translated and read aloud. */
export function Scene({ show, asleep = false, second = false, onStage, children }: SceneProps) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage>();
  const looked = useRef(0);
  const hear = useMemo(createEar, [show]);
  const failed = useSignal(false);
  const words = useSignal<Words | undefined>(undefined);
  /** Whether the close-up alone is seen, and wants its words. */
  const close = useSignal(false);
  const told = useSignal<{ milestone: Milestone; low: boolean } | undefined>(undefined);
  const label = wallTexts().stage.picture;

  useEffect(() => {
    // One game for the page's life: browsers count WebGL contexts, also those of games that were destroyed.
    let gone = false;
    createLastingStage(box.current!, { label, preferences: { calm: calm.peek() } }).then(
      (made) => {
        if (gone) return made.destroy();
        stage.current = made;
        made.look(gaze.peek(), true);
        onStage(made);
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      gone = true;
      stage.current?.destroy();
    };
  }, []);

  // What is shown next is another picture.
  useEffect(() => (second ? undefined : releaseHold), [show, second]);
  useEffect(() => stage.current?.setPreferences({ calm: calm.value }), [calm.value]);
  useEffect(() => {
    stage.current?.look(gaze.value);
    // Words of where the camera was do not fly with it.
    words.value = undefined;
    close.value = false;
  }, [gaze.value]);
  useEffect(() => box.current?.querySelector("canvas")?.setAttribute("aria-label", label));
  useEffect(() => {
    if (!asleep && !second) return listenToZoomKeys((seat, direction) => stage.current?.neighbour(seat, direction));
  }, [asleep, second]);

  /** Whether a seat is drawn where a banner at the top would cover it. */
  const isHigh = (seat: number): boolean => {
    const { synapses, height } = stage.current!.anchors();
    const synapse = synapses[seat];
    return synapse !== undefined && synapse.y < height / 2;
  };

  useFrames(
    useCallback(() => {
      if (asleep || !stage.current || (second && held.peek())) return;
      const present = show.moment();
      if (!present) return;
      const moment = second ? present : throughHold(present);
      const pace = held.peek() ? 0 : (show.pace?.() ?? 1);
      stage.current.render(moment, pace);
      if (!second) hear(moment, pace);
      const milestone = tellingAt(moment.view.story, moment.time)?.milestone;
      if (milestone !== told.peek()?.milestone) told.value = milestone && { milestone, low: isHigh(milestone.seat) };
      const now = performance.now();
      if (now - looked.current < (words.peek() ? LABEL_EVERY_MS : NO_LABEL_EVERY_MS)) return;
      looked.current = now;
      const em = Number.parseFloat(getComputedStyle(box.current!).fontSize);
      const sight = stage.current.sight();
      close.value = sight.closeUp !== undefined;
      words.value = keep(words.peek(), wordsFor(sight, stage.current.anchors(), moment.view, em));
    }, [asleep, second, show, hear]),
  );

  const readCloseUp = useCallback(() => stage.current?.sight().closeUp, []);
  /** The seat drawn under a pointer; none where a button lies over the picture. */
  const seatUnder = (event: MouseEvent): number | undefined => {
    if (!(event.target instanceof HTMLCanvasElement) || gaze.peek().zoom === "synapse") return undefined;
    const { left, top } = box.current!.getBoundingClientRect();
    return stage.current?.seatAt(event.clientX - left, event.clientY - top);
  };
  const view = show.view.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut; buttons and keys do the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: zoom-keys.ts hears the whole page
    <div
      class="scene"
      data-testid="scene"
      ref={box}
      onClick={(event) => {
        const seat = seatUnder(event);
        if (seat !== undefined) zoomIn(seat);
      }}
      onPointerMove={(event) => {
        if (!(event.target instanceof HTMLCanvasElement)) return;
        event.target.classList.toggle("over-synapse", seatUnder(event) !== undefined);
      }}
    >
      {failed.value && <p class="no-picture">{wallTexts().stage.noPicture}</p>}
      {view && <LookedAt view={view} />}
      {words.value && view && <PictureWords words={words.value} view={view} />}
      {close.value && <CloseUp read={readCloseUp} />}
      {view && view.phase !== "ended" && view.phase !== "bet" && (
        <Banner milestone={told.value?.milestone} low={told.value?.low ?? false} view={view} />
      )}
      {held.value && !second && (
        <p class="held" data-testid="held">
          <span role="status">{viewerTexts()?.held}</span>
          <span aria-hidden="true"> · {fill(viewerTexts()?.behind ?? "", { seconds: behind.value })}</span>
        </p>
      )}
      {children}
    </div>
  );
}
