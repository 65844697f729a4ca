import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { findAddress } from "../stage/address.ts";
import { plural } from "../ui/format.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { fill } from "../ui/locale.ts";
import { OpenFile } from "../ui/open-file.tsx";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { exporting } from "./exporting.ts";
import type { Wish } from "./item-menu.tsx";
import { News } from "./news.tsx";
import { SORTS, type Sort } from "./order.ts";
import { SessionItem } from "./session-item.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import type { ShelfState } from "./shelf.ts";

/** A host's sessions: what there is, and what one may do with it. */
export function SessionsPage({ shelf }: { readonly shelf: ShelfState }) {
  const texts = sessionsTexts();
  const sharing = useSignal<string | undefined>(undefined);
  const doomed = useSignal<readonly Shelved[]>([]);
  const zip = useMemo(() => exporting(shelf.name), [shelf]);
  useEffect(() => {
    const look = (): void => void shelf.load();
    look();
    void findAddress();
    // Back from a replay by the browser's button: the page may be the one that was left.
    addEventListener("pageshow", look);
    return () => removeEventListener("pageshow", look);
  }, [shelf]);
  if (!texts) return null;

  const all = shelf.all.value;
  const shared = all?.find(({ id }) => id === sharing.value);
  const wish = (what: Exclude<Wish, "rename">, session: Shelved): void => {
    if (what === "share") sharing.value = session.id;
    else if (what === "recording") void shelf.saveRecording(session);
    else if (what === "zip") void zip.start([session]);
    else doomed.value = [session];
  };
  return (
    <>
      <header class="top">
        <a href="/">{texts.home}</a>
        <LanguageSwitch />
      </header>
      <main class="sessions" data-testid="shelf" data-loaded={all !== undefined}>
        <h1>{texts.title}</h1>
        {all === undefined && <p>{texts.loading}</p>}
        {all?.length === 0 && <Empty />}
        {all !== undefined && <Tools shelf={shelf} />}
        <News shelf={shelf} zip={zip} />
        {all !== undefined && all.length > 0 && (
          <>
            <Chosen
              shelf={shelf}
              onZip={() => void zip.start(shelf.selected.peek())}
              onDelete={() => {
                doomed.value = shelf.selected.peek();
              }}
            />
            {shelf.shown.value.length === 0 && <p class="nothing">{texts.nothing}</p>}
            <ul class="session-list">
              {shelf.shown.value.map((session) => (
                <SessionItem key={session.id} session={session} shelf={shelf} onWish={wish} />
              ))}
            </ul>
          </>
        )}
      </main>
      {shared && (
        <ShareDialog
          session={shared}
          shelf={shelf}
          onClose={() => {
            sharing.value = undefined;
          }}
        />
      )}
      {doomed.value.length > 0 && (
        <DeleteDialog
          sessions={doomed.value}
          shelf={shelf}
          onClose={() => {
            doomed.value = [];
          }}
        />
      )}
    </>
  );
}

function Empty() {
  const texts = sessionsTexts()!.empty;
  return (
    <section class="empty" data-testid="empty">
      <h2>{texts.title}</h2>
      <p>{texts.line}</p>
      <p class="quiet">{texts.key}</p>
      <p class="empty-ways">
        <a class="button" href="/">
          {texts.go}
        </a>
        <a class="button second" href="/replay/local">
          {texts.watch}
        </a>
      </p>
    </section>
  );
}

/** Finding a session, and opening a file. */
function Tools({ shelf }: { readonly shelf: ShelfState }) {
  const texts = sessionsTexts()!;
  return (
    <div class="tools">
      {shelf.all.value!.length > 0 && (
        <>
          <input
            type="search"
            placeholder={texts.search}
            aria-label={texts.search}
            data-testid="search"
            value={shelf.words.value}
            onInput={({ currentTarget }) => {
              shelf.words.value = currentTarget.value;
            }}
          />
          <label class="sort">
            <span>{texts.sort}</span>
            <select
              data-testid="sort"
              value={shelf.sort.value}
              onChange={({ currentTarget }) => {
                shelf.sort.value = currentTarget.value as Sort;
              }}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {texts.sorts[sort]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {shelf.hasKey && (
        <OpenFile
          label={texts.import.button}
          accept=".ndjson,.gz,.json,application/gzip"
          testId="import"
          class="button second"
          disabled={shelf.reading.value !== undefined}
          onFile={(file) => void shelf.importFile(file)}
        />
      )}
    </div>
  );
}

interface ChosenProps {
  readonly shelf: ShelfState;
  readonly onZip: () => void;
  readonly onDelete: () => void;
}

/** How many there are, how many are selected, and what may be done with all of those. */
function Chosen({ shelf, onZip, onDelete }: ChosenProps) {
  const texts = sessionsTexts()!;
  const { shown, selected, all } = shelf;
  const possible = shown.value.filter(({ endedAt }) => endedAt !== null);
  const none = selected.value.length === 0;
  const count = all.value!.length;
  return (
    <div class="chosen">
      <input
        type="checkbox"
        aria-label={texts.selectAll}
        data-testid="select-all"
        disabled={possible.length === 0}
        checked={possible.length > 0 && selected.value.length === possible.length}
        onChange={({ currentTarget }) => {
          shelf.chosen.value = new Set(currentTarget.checked ? possible.map(({ id }) => id) : []);
        }}
      />
      <span data-testid="count">
        {none
          ? shown.value.length === count
            ? plural(texts.count, count)
            : fill(texts.found, { found: shown.value.length, count })
          : plural(texts.selected, selected.value.length)}
      </span>
      {!none && (
        <span class="chosen-ways">
          <button type="button" class="button second" data-testid="zip" onClick={onZip}>
            {texts.export.button}
          </button>
          <button type="button" class="button second" data-testid="delete-selected" onClick={onDelete}>
            {texts.delete}
          </button>
        </span>
      )}
    </div>
  );
}
