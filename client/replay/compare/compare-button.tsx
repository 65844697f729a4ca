import { compareTexts } from "../../ui/compare-locale.ts";
import { share } from "../../ui/format.ts";
import { OpenFile } from "../../ui/open-file.tsx";
import { wallTexts } from "../../ui/wall-locale.ts";
import type { Player } from "../player.ts";

interface CompareButtonProps {
  readonly player: Player;
  readonly label?: string;
  readonly class?: string;
}

/** Opens a second recording, to lay beside the one that is watched; what cannot be read is refused and says why. */
export function CompareButton({ player, label, class: look }: CompareButtonProps) {
  const words = compareTexts();
  if (!words) return null;
  const { working, refused } = player.comparison.value;
  return (
    <>
      <OpenFile
        label={working === undefined ? (label ?? words.open) : `${words.working} ${share(working)}`}
        accept=".ndjson,.gz,application/x-ndjson,application/gzip"
        testId="compare-file"
        class={look}
        disabled={working !== undefined}
        onFile={(file) => {
          player.playing.value = false;
          void player.compareWith(file);
        }}
      />
      {working !== undefined && (
        <button type="button" class={look} onClick={player.stopComparing}>
          {words.stop}
        </button>
      )}
      {refused && (
        <span role="alert" class="compare-refused">
          {wallTexts().replay.unshown[refused]}
        </span>
      )}
    </>
  );
}
