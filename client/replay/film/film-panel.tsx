import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Show } from "../../stage/show.ts";
import { headline } from "../../stage/strip.tsx";
import { fill } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { saveFile } from "../../ui/save-file.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";
import { type FilmKind, film, fits, kinds } from "./reel.ts";
import type { Pictures } from "./screen.ts";

interface FilmPanelProps {
  readonly player: Player;
  readonly show: Show;
  readonly pictures: Pictures;
}

/** The looped part as a film or an animated image, with its progress and a way to give it up. */
export function FilmPanel({ player, show, pictures }: FilmPanelProps) {
  const kind = useSignal<FilmKind>(kinds()[0]!);
  const share = useSignal<number | undefined>(undefined);
  const failed = useSignal(false);
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  const texts = playerTexts()?.film;
  if (!texts) return null;
  const range = player.loop.value;
  const short = range !== undefined && fits(kind.value, range, player.speed.value);

  async function start(): Promise<void> {
    if (!range) return;
    const cancel = new AbortController();
    running.current = cancel;
    failed.value = false;
    share.value = 0;
    try {
      const made = await film(kind.value, {
        ...{ player, pictures, range, cancel: cancel.signal },
        titles: { title: () => titleOf(show), sides: sides() },
        progress: (done) => {
          share.value = done;
        },
      });
      if (made) saveFile(`${player.title}.${kind.value}`, made);
    } catch {
      failed.value = true;
    }
    share.value = undefined;
  }

  return (
    <div class="film">
      <p>{range ? fill(texts.range, { from: clockTime(range.from), to: clockTime(range.to) }) : texts.setRange}</p>
      <label>
        {texts.kind}{" "}
        <select
          class="choice"
          data-testid="film-kind"
          value={kind.value}
          disabled={share.value !== undefined}
          onChange={({ currentTarget }) => {
            kind.value = currentTarget.value as FilmKind;
          }}
        >
          {kinds().map((each) => (
            <option key={each} value={each}>
              {texts[each]}
            </option>
          ))}
        </select>
      </label>
      {range && !short && <p role="status">{texts.tooLong}</p>}
      {failed.value && <p role="alert">{texts.failed}</p>}
      {share.value === undefined ? (
        <p class="note-do">
          <button type="button" class="first" data-testid="film-start" disabled={!short} onClick={() => void start()}>
            {texts.start}
          </button>
        </p>
      ) : (
        <p class="note-do">
          <label>
            {texts.working} <progress value={share.value} />
          </label>
          <button type="button" data-testid="film-cancel" onClick={() => running.current?.abort()}>
            {texts.cancel}
          </button>
        </p>
      )}
      <p class="note-where">{texts.note}</p>
    </div>
  );
}

const titleOf = (show: Show): string => {
  const view = show.view.peek();
  return view ? headline(show, view).title : "";
};

function sides(): readonly string[] {
  const texts = whatIfTexts();
  return texts ? [texts.was, texts.would] : [];
}
