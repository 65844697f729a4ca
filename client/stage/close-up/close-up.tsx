import { useSignal } from "@preact/signals";
import { useCallback, useRef } from "preact/hooks";
import { type CaptionKey, STEP_BY_STEP, stepOf } from "../../scenes/view-model/close-up/captions.ts";
import { type CloseUpFrame, LABELLED } from "../../scenes/view-model/close-up/close-up-frame.ts";
import type { CloseUpLayout } from "../../scenes/view-model/close-up/close-up-layout.ts";
import { closeUpTexts } from "../../ui/close-up-locale.ts";
import { useFrames } from "../frames.ts";
import { Labels } from "./labels.tsx";
import { Locks } from "./locks.tsx";
import "./close-up.css";

/** What the picture drew last, and its px per CSS px. */
export interface CloseUpSight {
  readonly layout: CloseUpLayout;
  readonly frame: CloseUpFrame;
  readonly ratio: number;
}

export interface CloseUpProps {
  /** What is drawn now; undefined while no close-up is. */
  readonly read: () => CloseUpSight | undefined;
}

/** Frames between two looks at the picture, and between two at what its labels name. */
const LOOK_EVERY = 2;
const LABEL_EVERY = 4;
/** Share of proteins, above which they are named. */
const PROTEINS_SEEN = 0.04;
/** Where words stand in a dendrite without the line, of its height. */
const MIDDLE = 0.45;
const KEY = "fire-together.labels";

/** Everything of a sight that words depend on, as numbers, to see at once whether anything changed. */
const numbersOf = ({ layout, frame, ratio }: CloseUpSight, out: number[]): void => {
  out.length = 0;
  const bits =
    (frame.glutamate ? 1 : 0) +
    (frame.voltage ? 2 : 0) +
    (frame.proteins > PROTEINS_SEEN ? 4 : 0) +
    (frame.bath.apv ? 8 : 0);
  out.push(
    layout.width,
    layout.height,
    layout.letter,
    ratio,
    frame.tag,
    frame.seated + frame.arriving,
    bits,
    frame.line,
    Math.round(frame.wide * 50),
  );
  for (const key of LABELLED) {
    const { x, y, shown } = frame.anchors[key];
    out.push(shown ? Math.round(x / ratio) : -1, Math.round(y / ratio));
  }
};

/** Words over the close-up of one synapse: labels with their lines, the two locks, the caption. They fill the scene's box. */
export function CloseUp({ read }: CloseUpProps) {
  const sight = useRef<CloseUpSight>();
  const before = useRef<number[]>([]);
  const now = useRef<number[]>([]);
  const looks = useRef(0);
  const seen = useSignal(0);
  const caption = useSignal<CaptionKey>("rest");
  const glutamate = useSignal(false);
  const voltage = useSignal(false);
  const labelled = useSignal(localStorage.getItem(KEY) !== "no");
  const texts = closeUpTexts();
  // The frame is one object that is filled again: only its count of changes says that there is something new in it.
  const version = seen.value;

  useFrames(
    useCallback(() => {
      if (looks.current++ % LOOK_EVERY !== 0) return;
      const next = read();
      if (next === undefined) return;
      sight.current = next;
      // Locks and caption change with the picture; labels may come a little later.
      glutamate.value = next.frame.glutamate;
      voltage.value = next.frame.voltage;
      caption.value = next.frame.caption;
      if (looks.current % LABEL_EVERY >= LOOK_EVERY) return;
      numbersOf(next, now.current);
      if (now.current.every((x, i) => x === before.current[i])) return;
      [before.current, now.current] = [now.current, before.current];
      seen.value++;
    }, [read]),
  );

  if (sight.current === undefined || texts === undefined) return null;
  const { layout, frame, ratio } = sight.current;
  const number = frame.pace < STEP_BY_STEP ? stepOf(caption.value) : 0;
  const px = (x: number): string => `${x / ratio}px`;
  const { top, bottom } = layout.dendrite;
  const line = top + (bottom - top) * (1 - (frame.line || MIDDLE));
  const toggle = (): void => {
    labelled.value = !labelled.value;
    localStorage.setItem(KEY, labelled.value ? "yes" : "no");
  };
  return (
    <div class="close-up" data-testid="close-up" style={{ fontSize: px(layout.letter) }}>
      {labelled.value && (
        <>
          <Labels version={version} layout={layout} frame={frame} ratio={ratio} texts={texts} />
          <p class="dendrite-word" style={{ left: 0, bottom: px(layout.height - line) }}>
            {texts.dendrite}
          </p>
          {frame.line > 0 && (
            <p class="dendrite-word line" style={{ right: 0, bottom: px(layout.height - line) }}>
              {texts.line}
            </p>
          )}
          {frame.proteins > PROTEINS_SEEN && (
            <p class="dendrite-word protein" style={{ left: 0, top: px(line) }}>
              {texts.proteins}
            </p>
          )}
        </>
      )}
      <Locks
        glutamate={glutamate.value}
        voltage={voltage.value}
        apv={frame.bath.apv}
        plugs={frame.line > 0}
        texts={texts.locks}
      />
      <p
        class="close-up-caption"
        data-testid="caption"
        data-caption={caption.value}
        style={{ height: px(layout.strip) }}
      >
        {number > 0 && `${number} · `}
        {texts.captions[caption.value]}
      </p>
      <button class="labels-switch" type="button" aria-pressed={labelled.value} onClick={toggle}>
        {texts.showLabels}
      </button>
    </div>
  );
}
