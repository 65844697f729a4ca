import { type Signal, useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Round } from "../../shared/lesson/round.ts";
import type { PlayerTexts } from "../../shared/locales/replay/player-texts.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { latest } from "../stage/figures.ts";
import type { Show } from "../stage/show.ts";
import { ViewerControls } from "../stage/viewer-controls.tsx";
import { duration } from "../ui/duration.ts";
import { roundTexts } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { playerTexts } from "../ui/player-locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { KeyList } from "./bar/help.tsx";
import { IconButton } from "./bar/icon-button.tsx";
import { LinkPanel } from "./bar/link-panel.tsx";
import { LoopButtons } from "./bar/loop-buttons.tsx";
import { Panel, type PanelName, toggle } from "./bar/panel.tsx";
import { SpeedSelect, TapeButtons } from "./bar/tape-buttons.tsx";
import { clockTime } from "./clock.ts";
import { FilmPanel } from "./film/film-panel.tsx";
import type { Pictures } from "./film/screen.ts";
import { FollowSelect } from "./follow/follow-select.tsx";
import { listenToKeys } from "./keys.ts";
import { Verification } from "./labels.tsx";
import { bookmark, NotesPanel } from "./notes/notes-panel.tsx";
import type { Player } from "./player.ts";
import { SaveMenu } from "./save-menu.tsx";
import { Timeline } from "./timeline.tsx";
import { WhatIfControl } from "./what-if/what-if.tsx";

interface ControlsProps {
  readonly player: Player;
  readonly show: Show;
  readonly pictures: Pictures;
}

/** What a viewer does with a replay: play, seek, jump, note, follow, take along, and see that it is what happened. */
export function Controls({ player, show, pictures }: ControlsProps) {
  const { replay } = wallTexts();
  const panel = useSignal<PanelName | undefined>(undefined);
  useEffect(() => listenToKeys(player, panel), [player, panel]);
  const texts = playerTexts();
  return (
    <nav class={panel.value === "more" ? "bar replay-bar more-open" : "bar replay-bar"} aria-label={replay.seek}>
      <Timeline player={player} script={show.script} />
      <TapeButtons player={player} />
      <Times player={player} show={show} />
      <SpeedSelect player={player} />
      {texts && (
        <IconButton
          {...{ label: texts.more, testId: "more", class: "more", expanded: panel.value === "more" }}
          path="M5 12h.01M12 12h.01M19 12h.01"
          onClick={() => toggle(panel, "more")}
        />
      )}
      <Verification player={player} />
      <div class="secondary">
        <LoopButtons player={player} />
        <PanelButtons player={player} panel={panel} />
        <FollowSelect player={player} show={show} />
        <JumpSelect player={player} script={show.script} />
        <WhatIfControl player={player} />
        <SaveMenu player={player} show={show} openFilm={() => toggle(panel, "film")} />
        <ViewerControls />
      </div>
      {texts && <Panels {...{ player, show, pictures, panel, texts }} />}
    </nav>
  );
}

interface PanelsProps extends ControlsProps {
  readonly panel: Signal<PanelName | undefined>;
  readonly texts: PlayerTexts;
}

/** What stands open above the bar. */
function Panels({ player, show, pictures, panel, texts }: PanelsProps) {
  const about = { name: panel.value!, open: panel };
  switch (panel.value) {
    case "notes":
    case "note":
      return (
        <Panel {...about} title={texts.notes.title}>
          <NotesPanel key={panel.value} player={player} fresh={panel.value === "note"} />
        </Panel>
      );
    case "help":
      return (
        <Panel {...about} title={texts.help.title}>
          <KeyList />
        </Panel>
      );
    case "link":
      return (
        <Panel {...about} title={texts.link.copy}>
          <LinkPanel player={player} />
        </Panel>
      );
    case "film":
      return (
        <Panel {...about} title={texts.film.title}>
          <FilmPanel player={player} show={show} pictures={pictures} />
        </Panel>
      );
    default:
      return null;
  }
}

/** Notes, the link to this moment, the keys. */
function PanelButtons({ player, panel }: { readonly player: Player; readonly panel: Signal<PanelName | undefined> }) {
  const texts = playerTexts();
  if (!texts) return null;
  const open = panel.value === "note" ? "notes" : panel.value;
  return (
    <fieldset class="panel-buttons">
      <legend class="visually-hidden">{texts.more}</legend>
      <IconButton
        {...{ label: texts.notes.bookmark, hotkey: "B", testId: "bookmark" }}
        path="M6 3h12v18l-6-5l-6 5z"
        onClick={() => void bookmark(player)}
      />
      <IconButton
        {...{ label: texts.notes.title, hotkey: "N", testId: "notes", expanded: open === "notes" }}
        path="M5 3h14v18H5zM9 8h6M9 12h6M9 16h3"
        onClick={() => toggle(panel, panel.peek() === "note" ? "note" : "notes")}
      />
      <IconButton
        {...{ label: texts.link.copy, testId: "link-open", expanded: open === "link" }}
        path="M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1"
        onClick={() => toggle(panel, "link")}
      />
      <IconButton
        {...{ label: texts.help.title, hotkey: "?", testId: "help", expanded: open === "help" }}
        path="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.500 1.200-1.500 2.300M12 19h.01"
        onClick={() => toggle(panel, "help")}
      />
    </fieldset>
  );
}

/** To the beginning of a round. */
function JumpSelect({ player, script }: { readonly player: Player; readonly script: readonly Round[] }) {
  const texts = playerTexts();
  const rounds = player.marks.value.filter(({ kind }) => kind === "round");
  if (!texts || rounds.length === 0) return null;
  return (
    <label>
      <span class="visually-hidden">{wallTexts().replay.jump}</span>
      <select
        class="choice"
        title={wallTexts().replay.jump}
        data-testid="jump"
        value=""
        onChange={({ currentTarget }) => {
          player.seek(Number(currentTarget.value) + TICK_MS);
          currentTarget.value = "";
        }}
      >
        <option value="">{texts.jump}</option>
        {rounds.map(({ time, round }) => {
          const played = script[round];
          return (
            <option key={time} value={time}>
              {clockTime(time)} {played && roundTexts(played.id).title}
            </option>
          );
        })}
      </select>
    </label>
  );
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
