import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { MOST_TITLE } from "../../shared/wire/title.ts";
import { fill } from "../ui/locale.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { ItemMenu, type Wish } from "./item-menu.tsx";
import type { ShelfState } from "./shelf.ts";
import { day, factsOf } from "./words.ts";

interface SessionItemProps {
  readonly session: Shelved;
  readonly shelf: ShelfState;
  /** Asked for what a dialog or the worker does. */
  readonly onWish: (wish: Exclude<Wish, "rename">, session: Shelved) => void;
}

/** A session on the shelf: what it is, where it leads, what may be done with it. */
export function SessionItem({ session, shelf, onWish }: SessionItemProps) {
  const texts = sessionsTexts()!;
  const renaming = useSignal(false);
  const { id, code, endedAt } = session;
  const name = shelf.name(session);
  const runs = endedAt === null;
  return (
    <li class={runs ? "session runs" : "session"} data-testid="session" data-id={id}>
      <input
        type="checkbox"
        aria-label={fill(texts.select, { title: name })}
        data-testid="select"
        disabled={runs}
        checked={shelf.chosen.value.has(id)}
        onChange={({ currentTarget }) => shelf.choose(id, currentTarget.checked)}
      />
      <div class="session-main">
        {renaming.value ? (
          <Rename
            title={session.title}
            onDone={(title) => {
              renaming.value = false;
              if (title !== undefined) void shelf.describe(id, { title });
            }}
          />
        ) : (
          <h2 data-testid="session-title">{name}</h2>
        )}
        <p class="facts" title={texts.size}>
          {factsOf(session, texts).join(" · ")}
        </p>
        <Fate session={session} shelf={shelf} />
      </div>
      <div class="session-ways">
        <a class="button way" data-testid="watch" href={runs ? `/stage/${code}` : `/replay/${id}`}>
          {runs ? texts.goOn : texts.watch}
        </a>
        <ItemMenu
          session={session}
          name={name}
          onWish={(wish) => {
            if (wish === "rename") renaming.value = true;
            else onWish(wish, session);
          }}
        />
      </div>
    </li>
  );
}

/** Where it came from, who may see it, and how long it stays. */
function Fate({ session, shelf }: Pick<SessionItemProps, "session" | "shelf">) {
  const texts = sessionsTexts()!;
  const { id, endedAt, kept, expiresAt, imported, shared } = session;
  return (
    <p class="fate">
      {endedAt === null && <b class="chip live">{texts.running}</b>}
      {imported && (
        <span class="chip" data-testid="origin" data-origin={imported.origin}>
          {texts.origin[imported.origin]}
        </span>
      )}
      {shared && (
        <span class="chip" data-testid="shared">
          {texts.shared}
        </span>
      )}
      {endedAt !== null && (kept || expiresAt !== null) && (
        <label class="keep">
          <input
            type="checkbox"
            data-testid="keep"
            checked={kept}
            onChange={({ currentTarget }) => void shelf.describe(id, { kept: currentTarget.checked })}
          />
          {texts.keep}
          <span class="until" data-testid="expires">
            {expiresAt === null ? texts.stays : fill(texts.expires, { day: day(expiresAt) })}
          </span>
        </label>
      )}
    </p>
  );
}

interface RenameProps {
  readonly title: string;
  /** @param title what it shall be; undefined: as it was */
  readonly onDone: (title: string | undefined) => void;
}

function Rename({ title, onDone }: RenameProps) {
  const texts = sessionsTexts()!;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(field.current!.value);
      }}
    >
      <input
        ref={field}
        defaultValue={title}
        maxLength={MOST_TITLE}
        aria-label={texts.titleOf}
        data-testid="title"
        onKeyDown={({ key }) => key === "Escape" && onDone(undefined)}
      />
      <button type="submit" class="button" data-testid="title-save">
        {texts.save}
      </button>
      <button type="button" class="button second" onClick={() => onDone(undefined)}>
        {texts.cancel}
      </button>
    </form>
  );
}
