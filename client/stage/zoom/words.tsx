import { useMemo } from "preact/hooks";
import type { ClassView } from "../../../shared/session/view.ts";
import type { Sight, StageAnchors } from "../../scenes/stage.ts";
import type { Zoom } from "../../scenes/view-model/zoom/gaze.ts";
import { Badge } from "../../ui/badge.tsx";
import { fill, language } from "../../ui/locale.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import { zoomTexts } from "../../ui/zoom-locale.ts";
import { nameOf } from "../figures.ts";
import { gaze } from "../gaze.ts";
import { BranchTags, type Tag, tagsOf } from "./branch-tags.tsx";
import "./zoom.css";

/** The DOM's words on the picture: what they are and where, CSS px. None while the camera flies. */
export interface Words {
  readonly zoom: Zoom;
  readonly seat: number;
  readonly threshold: Label | undefined;
  readonly magnesium: Label | undefined;
  readonly tags: readonly Tag[];
}

interface Label {
  readonly x: number;
  readonly y: number;
}

/** Room that a label's longest word takes, in letters' heights. */
const LABEL_WIDTH = 5;
const LABEL_HEIGHT = 1.2;

/** Reads the words off what the stage has drawn; none while the camera flies. @param em  height of a letter, CSS px */
export function wordsFor(
  { gaze: at, still, seats }: Sight,
  anchors: StageAnchors,
  view: ClassView,
  em: number,
): Words | undefined {
  if (!still) return undefined;
  const none = { zoom: at.zoom, seat: at.seat, threshold: undefined, magnesium: undefined, tags: [] };
  if (at.zoom === "synapse") return none;
  const { threshold, magnesium } = anchors;
  const [width, height] = [LABEL_WIDTH * em, LABEL_HEIGHT * em];
  /** In the picture, and no synapse under it: in a full class the legend alone must do. */
  const free = (left: number, y: number): boolean =>
    left > 0 &&
    left + width < anchors.width &&
    y > height &&
    y < anchors.height - height &&
    anchors.synapses.every((synapse) => {
      const dx = Math.max(left - synapse.x, 0, synapse.x - left - width);
      const dy = Math.max(Math.abs(synapse.y - y) - height / 2, 0);
      return Math.hypot(dx, dy) > synapse.radius * 1.25;
    });
  if (at.zoom === "branch") {
    const whole = seats.filter((seat) => isWhole(anchors, seat));
    return {
      ...none,
      tags: tagsOf(
        anchors,
        whole.flatMap((seat) => view.seats[seat] ?? []),
        em,
      ),
    };
  }
  return {
    ...none,
    threshold: free(threshold.x - width, threshold.y) ? threshold : undefined,
    magnesium: free(magnesium.x, magnesium.y) ? magnesium : undefined,
  };
}

/** Whether a seat's head is wholly in the picture. */
function isWhole({ synapses, width, height }: StageAnchors, seat: number): boolean {
  const head = synapses[seat];
  if (head === undefined) return false;
  const { x, y, radius } = head;
  return x > radius && y > radius && x < width - radius && y < height - radius;
}

/** The same object while nothing moved by a pixel, so that nothing is drawn again. */
export function keep(before: Words | undefined, now: Words | undefined): Words | undefined {
  const still =
    now !== undefined &&
    before?.zoom === now.zoom &&
    before.seat === now.seat &&
    same(before.threshold, now.threshold) &&
    same(before.magnesium, now.magnesium) &&
    before.tags.length === now.tags.length &&
    before.tags.every((tag, i) => tag.seat === now.tags[i]!.seat && same(tag, now.tags[i]));
  return still ? before : now;
}

const same = (a: Label | undefined, b: Label | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1);

const place = ({ x, y }: Label) => ({ left: `${Math.round(x)}px`, top: `${Math.round(y)}px` });

/** The words themselves. */
export function PictureWords({ words, view }: { readonly words: Words; readonly view: ClassView }) {
  const { fires, magnesiumOut } = wallTexts().stage;
  const { threshold, magnesium, tags, zoom } = words;
  const seat = zoom === "cell" ? undefined : view.seats[words.seat];
  return (
    <>
      {threshold && (
        <span class="anchor left" style={place(threshold)}>
          {fires}
        </span>
      )}
      {magnesium && (
        <span class="anchor" style={place(magnesium)}>
          {magnesiumOut}
        </span>
      )}
      {tags.length > 0 && <BranchTags tags={tags} seats={view.seats} />}
      {seat && zoom === "synapse" && (
        <p class="looked-at">
          <Badge seat={seat.seat} group={seat.group} /> {nameOf(seat, language.value)}
        </p>
      )}
    </>
  );
}

/** Says who is looked at, once: the numbers that follow are in the page's table. */
export function LookedAt({ view }: { readonly view: ClassView }) {
  const { zoom, seat } = gaze.value;
  const said = zoomTexts();
  const own = zoom === "cell" ? undefined : view.seats[seat];
  const line = useMemo(() => {
    if (own === undefined || said === undefined) return "";
    return fill(said.looksAt, { name: nameOf(own, language.value), receptors: own.receptors });
  }, [zoom, own?.seat, own?.name, said]);
  return (
    <p class="visually-hidden" role="status" data-testid="looked-at">
      {line}
    </p>
  );
}
