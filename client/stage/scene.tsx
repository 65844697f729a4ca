import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { createStage, type Stage, type StageAnchors } from "../scenes/stage.ts";
import { texts } from "../ui/locale.ts";
import { calm } from "./calm.ts";
import { useFrames } from "./frames.ts";
import type { Show } from "./show.ts";

/** Frames between two looks at where the picture's labels belong: about four times a second. */
const LABEL_EVERY = 15;

export interface SceneProps {
  readonly show: Show;
  /** The lobby covers the picture: it is made ready, not drawn. */
  readonly asleep?: boolean;
  /** Hands the picture out, for `window.fireTogether`. */
  readonly onStage: (stage: Stage) => void;
}

/** The picture, filling its box; the words on it are DOM, so that they are sharp, translated and read aloud. */
export function Scene({ show, asleep = false, onStage }: SceneProps) {
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage>();
  const frame = useRef(0);
  const failed = useSignal(false);
  const anchors = useSignal<Labels | undefined>(undefined);
  const label = texts().stage.picture;

  useEffect(() => {
    // One game for the page's life: browsers count WebGL contexts, also those of games that were destroyed.
    let gone = false;
    createStage(box.current!, { label, preferences: { calm: calm.peek() } }).then(
      (made) => {
        if (gone) return made.destroy();
        stage.current = made;
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

  useEffect(() => stage.current?.setPreferences({ calm: calm.value }), [calm.value]);
  useEffect(() => box.current?.querySelector("canvas")?.setAttribute("aria-label", label));

  useFrames(
    useCallback(() => {
      if (asleep || !stage.current) return;
      const moment = show.moment();
      if (!moment) return;
      stage.current.render(moment);
      if (frame.current++ % LABEL_EVERY === 0) {
        const em = Number.parseFloat(getComputedStyle(box.current!).fontSize);
        anchors.value = keep(anchors.peek(), labelsOf(stage.current.anchors(), em));
      }
    }, [asleep, show]),
  );

  const { fires, magnesiumOut, noPicture } = texts().stage;
  return (
    <div class="scene" data-testid="scene" ref={box}>
      {failed.value && <p class="no-picture">{noPicture}</p>}
      {anchors.value && (
        <>
          {anchors.value.threshold.free && (
            <span class="anchor left" style={place(anchors.value.threshold)}>
              {fires}
            </span>
          )}
          {anchors.value.magnesium.free && (
            <span class="anchor" style={place(anchors.value.magnesium)}>
              {magnesiumOut}
            </span>
          )}
        </>
      )}
    </div>
  );
}

const place = ({ x, y }: { x: number; y: number }) => ({ left: `${Math.round(x)}px`, top: `${Math.round(y)}px` });

/** Room that a label's longest word takes, in letters' heights. */
const LABEL_WIDTH = 5;
const LABEL_HEIGHT = 1.2;

interface Labels {
  readonly threshold: Label;
  readonly magnesium: Label;
}
interface Label {
  readonly x: number;
  readonly y: number;
  /** Whether no synapse lies under it: in a full class the legend alone must do. */
  readonly free: boolean;
}

function labelsOf({ threshold, magnesium, synapses }: StageAnchors, em: number): Labels {
  const [width, height] = [LABEL_WIDTH * em, LABEL_HEIGHT * em];
  const free = (left: number, y: number): boolean =>
    synapses.every((synapse) => {
      const dx = Math.max(left - synapse.x, 0, synapse.x - left - width);
      const dy = Math.max(Math.abs(synapse.y - y) - height / 2, 0);
      return Math.hypot(dx, dy) > synapse.radius * 1.25;
    });
  return {
    threshold: { ...threshold, free: free(threshold.x - width, threshold.y) },
    magnesium: { ...magnesium, free: free(magnesium.x, magnesium.y) },
  };
}

/** The same object while nothing moved by a pixel, so that nothing is drawn again. */
function keep(before: Labels | undefined, now: Labels): Labels {
  const still = before && (["threshold", "magnesium"] as const).every((key) => same(before[key], now[key]));
  return still ? before : now;
}

const same = (a: Label, b: Label): boolean => a.free === b.free && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
