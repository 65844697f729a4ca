import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { whatIfTexts } from "../ui/what-if-locale.ts";
import { clockTime } from "./clock.ts";
import type { Player } from "./player.ts";

/** A class of another version of the model is shown as this one plays it: say so. */
export function OtherModel({ player }: { readonly player: Player }) {
  const made = player.model.value;
  if (made === undefined || made === MODEL_VERSION || player.fromKeyframes.value) return null;
  return (
    <p class="other-model" role="note" data-testid="other-model">
      {fill(wallTexts().replay.otherModel, { made, shown: MODEL_VERSION })}
    </p>
  );
}

/** A file that was cut or damaged is shown up to there: say so. */
export function Incomplete({ player }: { readonly player: Player }) {
  if (!player.incomplete.value || player.fromKeyframes.value) return null;
  return (
    <p class="other-model" role="note" data-testid="incomplete">
      {fill(wallTexts().replay.incomplete, { time: clockTime(player.length.value) })}
    </p>
  );
}

/** Whether the simulation gave the same bits as the class did, and the checksum of the shown instant. */
export function Verification({ player }: { readonly player: Player }) {
  const { done, of, mismatchAt } = player.verified.value;
  if (player.worlds.value === "would") return <p class="verified verifying">{whatIfTexts()?.imagined}</p>;
  const { replay } = wallTexts();
  if (player.fromKeyframes.value?.from === 0) {
    return (
      <p class="verified differs">
        <span data-testid="verified" data-state="keyframes">
          {replay.fromKeyframes}
        </span>
      </p>
    );
  }
  const state = mismatchAt !== undefined ? "differs" : done < of ? "verifying" : "agrees";
  return (
    <p class={`verified ${state}`}>
      <span data-testid="verified" data-state={state}>
        {mismatchAt !== undefined
          ? fill(replay.mismatch, { time: clockTime(mismatchAt) })
          : fill(done < of ? replay.verifying : replay.verified, { done, of })}
      </span>{" "}
      <code data-testid="hash" title={replay.hash}>
        {player.hash}
      </code>
    </p>
  );
}
