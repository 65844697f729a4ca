import type { Group } from "../../shared/session/events.ts";
import { seatNumber } from "./format.ts";

/** Outlines of the groups in a 40 × 40 box: a circle and a diamond, so that nobody needs the colour to find a seat. */
const OUTLINE: Record<Group, string> = {
  A: "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36z",
  B: "M20 1L39 20L20 39L1 20z",
};

/** A seat as every page draws it: its group's shape and colour around its number. Beside it belongs its name in words. */
export function Badge({ seat, group }: { readonly seat: number; readonly group: Group }) {
  return (
    <svg class={`badge group-${group}`} viewBox="0 0 40 40" aria-hidden="true">
      <path d={OUTLINE[group]} />
      <text x="20" y="20" text-anchor="middle" dominant-baseline="central">
        {seatNumber(seat)}
      </text>
    </svg>
  );
}
