import { TICK_MS } from "../../../shared/session/events.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import type { Player } from "../player.ts";

/** On the timeline: where what was and what would have been part. @param whole  the timeline's length, ms */
export function PartingMark({ player, whole }: { readonly player: Player; readonly whole: number }) {
  const parting = player.imagined.value?.upshot?.parting;
  if (!parting) return null;
  return (
    <svg
      class="fork parting"
      viewBox="0 0 20 60"
      preserveAspectRatio="none"
      style={{ left: `${(100 * parting.tick * TICK_MS) / whole}%` }}
      data-testid="parting"
    >
      <title>{whatIfTexts()?.part}</title>
      <path d="M10 60V12L2 1M10 12L18 1" />
    </svg>
  );
}
