import { playerTexts } from "../../ui/player-locale.ts";
import type { Player } from "../player.ts";
import { IconButton } from "./icon-button.tsx";

/** The two ends of a loop, and the way out of it. */
export function LoopButtons({ player }: { readonly player: Player }) {
  const texts = playerTexts()?.loop;
  if (!texts) return null;
  const { from, to } = player.ends.value;
  return (
    <fieldset class="loop">
      <legend class="visually-hidden">{texts.title}</legend>
      <IconButton
        {...{ label: texts.from, hotkey: "[", testId: "loop-from", pressed: from !== undefined }}
        path="M13 4H7v16h6M12 12h9M17 8l4 4l-4 4"
        onClick={() => player.mark("from")}
      />
      <IconButton
        {...{ label: texts.to, hotkey: "]", testId: "loop-to", pressed: to !== undefined }}
        path="M11 4h6v16h-6M12 12H3M7 8l-4 4l4 4"
        onClick={() => player.mark("to")}
      />
      {(from !== undefined || to !== undefined) && (
        <IconButton
          {...{ label: texts.clear, hotkey: "\\", testId: "loop-clear" }}
          path="M17 4l3 3l-3 3M20 7H7a4 4 0 0 0-4 4v1M7 20l-3-3l3-3M4 17h13a4 4 0 0 0 4-4v-1M4 3l17 18"
          onClick={() => player.setLoop({})}
        />
      )}
    </fieldset>
  );
}
