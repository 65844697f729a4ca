import { language } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { wallTexts } from "../../ui/wall-locale.ts";
import type { Player } from "../player.ts";
import { SPEEDS } from "../transport.ts";
import { IconButton } from "./icon-button.tsx";

const PAUSE = "M5 3h5v18h-5zM14 3h5v18h-5z";
const PLAY = "M6 3l15 9l-15 9z";
const BACKWARDS = "M18 3L3 12l15 9z";

/** Play, backwards, and steps of a tick, a tap and a phase either way. */
export function TapeButtons({ player }: { readonly player: Player }) {
  const texts = playerTexts();
  const { replay } = wallTexts();
  if (!texts) return null;
  const { steps } = texts;
  const running = player.playing.value;
  const back = player.backwards.value;
  const noTaps = player.course.value === undefined;
  return (
    <fieldset class="tape">
      <legend class="visually-hidden">{replay.title}</legend>
      <IconButton
        {...{ label: steps.phaseBack, hotkey: "↑", testId: "phase-back", solid: true, class: "seldom" }}
        path="M22 4l-9 8l9 8zM13 4l-9 8l9 8zM1.5 4H4v16H1.5z"
        onClick={() => player.stepPhase(-1)}
      />
      <IconButton
        {...{ label: steps.tapBack, hotkey: "⇧ ,", testId: "tap-back", solid: true, disabled: noTaps, class: "seldom" }}
        path="M13 12a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M11 5l-9 7l9 7z"
        onClick={() => player.stepTap(-1)}
      />
      <IconButton
        {...{ label: steps.tickBack, hotkey: ",", testId: "tick-back", solid: true }}
        path="M20 4L9 12l11 8zM4 4h3v16H4z"
        onClick={() => player.step(-1)}
      />
      <IconButton
        label={running && back ? replay.pause : texts.backwards}
        {...{ hotkey: "J", testId: "backwards", solid: true }}
        path={running && back ? PAUSE : BACKWARDS}
        onClick={() => player.toggle(true)}
      />
      <IconButton
        label={running && !back ? replay.pause : replay.play}
        {...{ hotkey: "␣", testId: "play", solid: true, class: "first play" }}
        path={running && !back ? PAUSE : PLAY}
        onClick={() => player.toggle()}
      />
      <IconButton
        {...{ label: steps.tickOn, hotkey: ".", testId: "tick-on", solid: true }}
        path="M4 4l11 8l-11 8zM17 4h3v16h-3z"
        onClick={() => player.step(1)}
      />
      <IconButton
        {...{ label: steps.tapOn, hotkey: "⇧ .", testId: "tap-on", solid: true, disabled: noTaps, class: "seldom" }}
        path="M2 12a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M13 5l9 7l-9 7z"
        onClick={() => player.stepTap(1)}
      />
      <IconButton
        {...{ label: steps.phaseOn, hotkey: "↓", testId: "phase-on", solid: true, class: "seldom" }}
        path="M2 4l9 8l-9 8zM11 4l9 8l-9 8zM20 4h2.5v16H20z"
        onClick={() => player.stepPhase(1)}
      />
    </fieldset>
  );
}

export function SpeedSelect({ player }: { readonly player: Player }) {
  const { replay } = wallTexts();
  return (
    <label>
      <span class="visually-hidden">{replay.speed}</span>
      <select
        class="choice speed"
        title={replay.speed}
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
  );
}
