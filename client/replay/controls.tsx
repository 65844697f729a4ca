import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { latest } from "../stage/figures.ts";
import type { Show } from "../stage/show.ts";
import { ViewerControls } from "../stage/viewer-controls.tsx";
import { duration } from "../ui/duration.ts";
import { roundTexts } from "../ui/lesson-locale.ts";
import { fill, language } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { whatIfTexts } from "../ui/what-if-locale.ts";
import { clockTime } from "./clock.ts";
import { listenToKeys } from "./keys.ts";
import type { Player } from "./player.ts";
import { SaveMenu } from "./save-menu.tsx";
import { Timeline } from "./timeline.tsx";
import { WhatIfControl } from "./what-if/what-if.tsx";

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** What a viewer does with a replay: play, seek, jump, and see that it is what happened. */
export function Controls({ player, show }: { readonly player: Player; readonly show: Show }) {
  const { replay } = wallTexts();
  useEffect(() => listenToKeys(player), [player]);
  const jumps = player.marks.value.filter(({ kind }) => kind === "round");
  return (
    <nav class="bar replay-bar" aria-label={replay.seek}>
      <Timeline player={player} script={show.script} />
      <button
        type="button"
        class="first play"
        data-testid="play"
        aria-label={player.playing.value ? replay.pause : replay.play}
        onClick={() => togglePlay(player)}
      >
        <svg class="solid" viewBox="0 0 24 24" aria-hidden="true">
          <path d={player.playing.value ? "M5 3h5v18h-5zM14 3h5v18h-5z" : "M6 3l15 9l-15 9z"} />
        </svg>
      </button>
      <Times player={player} show={show} />
      <label>
        <span class="visually-hidden">{replay.speed}</span>
        <select
          class="choice"
          data-testid="speed"
          value={player.speed.value}
          onChange={(event) => {
            player.speed.value = Number(event.currentTarget.value);
          }}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed.toLocaleString(language.value)}×
            </option>
          ))}
        </select>
      </label>
      <fieldset class="jumps">
        <legend class="visually-hidden">{replay.jump}</legend>
        {jumps.map(({ time, round }, index) => {
          const played = show.script[round];
          const title = played ? roundTexts(played.id).title : "";
          return (
            <button
              key={time}
              type="button"
              data-testid={`jump-${index}`}
              {...(index === 0 ? { title: replay.firstRound } : {})}
              onClick={() => player.seek(time)}
            >
              {title}
            </button>
          );
        })}
      </fieldset>
      <WhatIfControl player={player} />
      <SaveMenu player={player} />
      <ViewerControls />
    </nav>
  );
}

/** Plays on, from the start when the end has been reached. */
export function togglePlay(player: Player): void {
  if (!player.playing.peek() && player.time.peek() >= player.length.peek()) player.seek(0);
  player.playing.value = !player.playing.peek();
}

/** The clock on the classroom's wall, and the cell's. */
function Times({ player, show }: { readonly player: Player; readonly show: Show }) {
  const shown = useComputed(() => clockTime(player.time.value));
  const minutes = useComputed(() => Math.round(latest(show.view.value?.plot ?? []).minutes));
  const { replay } = wallTexts();
  return (
    <p class="times">
      <b data-testid="time">{shown}</b>
      <span>{fill(replay.minutes, { time: duration(minutes.value, "short") })}</span>
    </p>
  );
}

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
