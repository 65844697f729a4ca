import type { PartId } from "../../shared/lesson/round.ts";
import { seatNumber } from "./format.ts";

/** Outlines of the groups in a 40 × 40 box: a circle, a diamond and a square, so that nobody needs the colour to find a seat. */
const OUTLINE: Record<PartId, string> = {
  A: "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36z",
  B: "M20 1L39 20L20 39L1 20z",
  C: "M4 4h32v32h-32z",
};

/** A seat as every page draws it: its group's shape and colour around its number. Beside it belongs its name in words. */
export function Badge({ seat, group }: { readonly seat: number; readonly group: PartId }) {
  return (
    <svg class={`badge group-${group}`} viewBox="0 0 40 40" aria-hidden="true">
      <path d={OUTLINE[group]} />
      <text x="20" y="20" text-anchor="middle" dominant-baseline="central">
        {seatNumber(seat)}
      </text>
    </svg>
  );
}
