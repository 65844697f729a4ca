import { useRef } from "preact/hooks";
import { compareTexts } from "../../ui/compare-locale.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import type { Player } from "../player.ts";

interface CompareButtonProps {
  readonly player: Player;
  readonly label?: string;
  readonly class?: string;
}

/** Opens a second recording, to lay beside the one that is watched; what cannot be read is refused and says why. */
export function CompareButton({ player, label, class: look }: CompareButtonProps) {
  const file = useRef<HTMLInputElement>(null);
  const words = compareTexts();
  if (!words) return null;
  const { working, refused } = player.comparison.value;
  return (
    <>
      <button type="button" class={look} disabled={working} onClick={() => file.current?.click()}>
        {working ? words.working : (label ?? words.open)}
      </button>
      <input
        ref={file}
        hidden
        type="file"
        accept=".ndjson,.gz,application/x-ndjson,application/gzip"
        data-testid="compare-file"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          player.playing.value = false;
          if (chosen) void player.compareWith(chosen);
          currentTarget.value = "";
        }}
      />
      {refused && (
        <span role="alert" class="compare-refused">
          {wallTexts().replay.unshown[refused]}
        </span>
      )}
    </>
  );
}
