import { type Signal, useSignal } from "@preact/signals";
import { LONGEST_NOTE, type Note, writeNotes } from "../../../shared/recording/notes.ts";
import { TICK_MS } from "../../../shared/session/events.ts";
import { fill } from "../../ui/locale.ts";
import { OpenFile } from "../../ui/open-file.tsx";
import { playerTexts } from "../../ui/player-locale.ts";
import { saveFile } from "../../ui/save-file.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";
import type { NotesTrouble } from "./notebook.ts";

/** A note as it is being written; without an id it is a new one. */
type Draft = Omit<Note, "id"> & { readonly id?: string };

const tickOf = (player: Player): number => Math.floor(player.time.peek() / TICK_MS);

/** Marks the moment that is shown, without words. */
export const bookmark = (player: Player): boolean => player.notebook.put({ tick: tickOf(player), text: "" });

/** A note on the moment that is shown, or on the looped part that it lies in. */
function draftAt(player: Player): Draft {
  const time = player.time.peek();
  const loop = player.loop.peek();
  const inLoop = loop && time >= loop.from && time <= loop.to;
  if (!inLoop) return { tick: tickOf(player), text: "" };
  return { tick: Math.floor(loop.from / TICK_MS), until: Math.ceil(loop.to / TICK_MS), text: "" };
}

interface NotesPanelProps {
  readonly player: Player;
  /** Whether it opens with a new note, to be written at once. */
  readonly fresh: boolean;
}

/** All notes of the recording: to go to, to write, to take along. */
export function NotesPanel({ player, fresh }: NotesPanelProps) {
  const draft = useSignal<Draft | undefined>(fresh ? draftAt(player) : undefined);
  const texts = playerTexts()?.notes;
  if (!texts) return null;
  const { notebook } = player;
  const { items } = notebook.notes.value;
  const trouble = notebook.trouble.value;
  return (
    <>
      {draft.value ? (
        <NoteForm player={player} draft={draft} />
      ) : (
        <p class="note-do">
          <button
            type="button"
            class="first"
            data-testid="note-new"
            onClick={() => {
              player.playing.value = false;
              draft.value = draftAt(player);
            }}
          >
            {texts.add}
          </button>
          <button type="button" data-testid="note-bookmark" onClick={() => bookmark(player)}>
            {texts.bookmark}
          </button>
        </p>
      )}
      {trouble && (
        <p role="alert" class="note-trouble">
          {troubleText(trouble)}
        </p>
      )}
      {items.length === 0 && <p>{texts.empty}</p>}
      <ol class="notes">
        {items.map((note) => (
          <li key={note.id} data-testid="note">
            <button
              type="button"
              aria-label={`${fill(texts.go, { time: clockTime(note.tick * TICK_MS) })}: ${note.text || texts.plain}`}
              data-testid="note-go"
              onClick={() => player.seek(note.tick * TICK_MS)}
            >
              {clockTime(note.tick * TICK_MS)}
            </button>
            <span>{note.text || <i>{texts.plain}</i>}</span>
            <button
              type="button"
              data-testid="note-edit"
              onClick={() => {
                draft.value = note;
              }}
            >
              {texts.edit}
            </button>
            <button type="button" data-testid="note-remove" onClick={() => notebook.remove(note.id)}>
              {texts.remove}
            </button>
          </li>
        ))}
      </ol>
      <p class="note-do">
        <button
          type="button"
          data-testid="notes-save"
          disabled={items.length === 0}
          onClick={() =>
            saveFile(
              `${player.title}-${texts.fileName}.json`,
              new Blob([writeNotes(notebook.notes.peek())], { type: "application/json" }),
            )
          }
        >
          {texts.saveFile}
        </button>
        <OpenFile
          label={texts.openFile}
          accept="application/json,.json"
          testId="notes-file"
          onFile={(file) => void file.text().then(notebook.add)}
        />
      </p>
      <p class="note-where">
        {notebook.keptIn === "browser" ? texts.onlyHere : notebook.keptIn === "nowhere" && texts.readOnly}
      </p>
    </>
  );
}

function troubleText(trouble: NotesTrouble): string | undefined {
  const texts = playerTexts()?.notes;
  if (!texts) return undefined;
  if (trouble === "not-kept") return texts.notKept;
  if (trouble === "not-loaded") return texts.notLoaded;
  return texts.unfit[trouble];
}

function NoteForm({ player, draft }: { readonly player: Player; readonly draft: Signal<Draft | undefined> }) {
  const texts = playerTexts()!.notes;
  const note = draft.value!;
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (player.notebook.put(draft.peek()!)) draft.value = undefined;
      }}
    >
      <label>
        {texts.text} · {clockTime(note.tick * TICK_MS)}
        <textarea
          ref={(field) => field?.focus()}
          rows={3}
          maxLength={LONGEST_NOTE}
          data-testid="note-text"
          value={note.text}
          onInput={({ currentTarget }) => {
            draft.value = { ...note, text: currentTarget.value };
          }}
        />
      </label>
      <p class="note-do">
        <button type="submit" class="first" data-testid="note-save">
          {texts.save}
        </button>
        <button
          type="button"
          onClick={() => {
            draft.value = undefined;
          }}
        >
          {texts.cancel}
        </button>
      </p>
    </form>
  );
}
