import type { SeatView } from "../../../shared/session/view.ts";
import type { StageAnchors } from "../../scenes/anchors.ts";
import type { Circle } from "../../scenes/view-model/geometry.ts";
import { type Box, placeTags, type Tagged } from "../../scenes/view-model/zoom/tags.ts";
import { seatNumber, signed } from "../../ui/format.ts";
import { language } from "../../ui/locale.ts";
import { nameOf, won } from "../figures.ts";

/** What a tag is drawn from. */
export interface Tag extends Box {
  readonly seat: number;
}

/** Width of a letter and of a tag's two lines, in letters' heights. */
const LETTER = 0.56;
const LINES = 2.3;
/** Room for the count and the counter. */
const LEAST_LETTERS = 7;

/** The tags that have a free place, px. @param seats  most important first @param em  height of a letter, px */
export function tagsOf(
  { synapses, soma, width, height }: StageAnchors,
  seats: readonly SeatView[],
  em: number,
): readonly Tag[] {
  const circles: Circle[] = [soma];
  for (const { x, y, largest, dx, dy, badge } of synapses) {
    // Where a head may grow to, and its bouton: words stay where they are while a synapse grows.
    circles.push({ x, y, radius: largest * 0.95 });
    circles.push({ x: x + dx * largest * 0.95, y: y + dy * largest * 0.95, radius: largest * 0.6 }, badge);
  }
  const tags = seats.flatMap((own): (Tagged & { seat: number })[] => {
    const { seat } = own;
    const synapse = synapses[seat];
    if (synapse === undefined) return [];
    const letters = Math.max(LEAST_LETTERS, `${seatNumber(seat)} ${nameOf(own, language.peek())}`.length);
    const { dx, dy } = synapse;
    const head = { x: synapse.x, y: synapse.y, radius: synapse.largest * 0.95 };
    return [{ seat, head, dx, dy, width: letters * LETTER * em, height: LINES * em }];
  });
  const boxes = placeTags(tags, { width, height, circles });
  return tags.flatMap(({ seat }, i) => (boxes[i] === undefined ? [] : [{ seat, ...boxes[i] }]));
}

/** Beside each synapse of a branch: whose it is, how many receptors it has, and how many came or went. */
export function BranchTags({ tags, seats }: { readonly tags: readonly Tag[]; readonly seats: readonly SeatView[] }) {
  return (
    <div class="branch-tags" data-testid="branch-tags">
      {tags.map(({ seat, x, y, width }) => {
        const view = seats[seat];
        if (view === undefined) return null;
        const change = won(view);
        return (
          <p
            key={seat}
            data-seat={seat}
            style={{ left: `${Math.round(x)}px`, top: `${Math.round(y)}px`, width: `${Math.ceil(width)}px` }}
          >
            <span>
              <i>{seatNumber(seat)}</i> {nameOf(view, language.value)}
            </span>
            <b>{view.receptors}</b> <i data-change={Math.sign(change)}>{change === 0 ? "±0" : signed(change)}</i>
          </p>
        );
      })}
    </div>
  );
}
