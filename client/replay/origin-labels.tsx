import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { clockTime } from "./clock.ts";
import { comesOutOtherwise } from "./from-keyframes.ts";
import type { Player } from "./player.ts";

/** A class that cannot be simulated again is shown from what was written down of it: say so, and why. */
export function KeyframeLabel({ player }: { readonly player: Player }) {
  const shown = player.fromKeyframes.value;
  if (!shown) return null;
  const { keyframes } = wallTexts().replay;
  const time = clockTime(shown.from * TICK_MS);
  const words = { time, made: player.model.value ?? "", shown: MODEL_VERSION };
  return (
    <p class="other-model" role="note" data-testid="keyframes" data-why={shown.why}>
      {fill(keyframes[shown.why], words)}
    </p>
  );
}

/** What is counted is counted in the simulation, where the picture may come from keyframes: say so beside the figures. */
export function SimulatedLabel({ player }: { readonly player: Player }) {
  const shown = player.fromKeyframes.value;
  if (!shown) return null;
  const { simulated } = wallTexts().replay;
  const text = comesOutOtherwise(player.model.value, player.verified.value.mismatchAt)
    ? simulated.otherwise
    : simulated.until;
  return (
    <p class="simulated" role="note" data-testid="simulated">
      {fill(text, { time: clockTime(shown.from * TICK_MS), shown: MODEL_VERSION })}
    </p>
  );
}

/** A file that no server of ours signed, or that is not what its footer was made for: say so. */
export function OriginLabel({ player }: { readonly player: Player }) {
  const origin = player.origin.value;
  if (origin === "signed") return null;
  return (
    <p class="other-model" role="note" data-testid="origin" data-origin={origin}>
      {wallTexts().replay.origin[origin]}
    </p>
  );
}
