import { batch, computed, signal } from "@preact/signals";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { type Answer, hostKey, type Trouble } from "../home/api.ts";
import { plural } from "../ui/format.ts";
import { fill } from "../ui/locale.ts";
import { saveFile } from "../ui/save-file.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import * as api from "./api.ts";
import { ordered, type Sort } from "./order.ts";
import { factsOf, nameOf, reasonText } from "./words.ts";

/** What the page tells of what was done last. */
export interface Said {
  readonly text: string;
  readonly wrong?: boolean;
}

/** A host's shelf as the page drives it: what is on it, what is shown of it, what is selected, and what happens to it. */
export type ShelfState = ReturnType<typeof openShelf>;

export function openShelf() {
  const all = signal<readonly Shelved[] | undefined>(undefined);
  const words = signal("");
  const sort = signal<Sort>("newest");
  const chosen = signal<ReadonlySet<string>>(new Set());
  const said = signal<Said | undefined>(undefined);
  const reading = signal<string | undefined>(undefined);

  const texts = () => sessionsTexts()!;
  const name = (session: Shelved): string => nameOf(session, texts());
  const spoken = (session: Shelved): string => [name(session), ...factsOf(session, texts()), session.code].join(" ");
  const shown = computed(() =>
    all.value && sessionsTexts() ? ordered(all.value, sort.value, words.value, { name, said: spoken }) : [],
  );
  /** Of those that are shown: what one cannot see is not deleted by the way. */
  const selected = computed(() => shown.value.filter(({ id }) => chosen.value.has(id)));

  const wrong = (trouble: Trouble): void => {
    said.value = { text: reasonText(trouble, texts()), wrong: true };
  };
  const change = (id: string, to: Partial<Shelved>): void => {
    all.value = all.peek()?.map((session) => (session.id === id ? { ...session, ...to } : session));
  };

  async function load(): Promise<void> {
    const answer = await api.sessions();
    if (answer.ok) all.value = answer.value;
    else {
      all.value ??= [];
      wrong(answer.trouble);
    }
  }

  async function describe(id: string, description: Partial<Pick<Shelved, "title" | "kept">>): Promise<void> {
    const answer = await api.describe(id, description);
    if (!answer.ok) return wrong(answer.trouble);
    change(id, answer.value);
    // Only the server knows the day on which it goes.
    if (description.kept !== undefined) await load();
  }

  async function share(id: string): Promise<string | undefined> {
    const answer = await api.share(id);
    if (answer.ok) change(id, { shared: true });
    else wrong(answer.trouble);
    return answer.ok ? answer.value.key : undefined;
  }

  async function revoke(id: string): Promise<void> {
    const answer = await api.revoke(id);
    if (!answer.ok) return wrong(answer.trouble);
    change(id, { shared: false });
    said.value = { text: texts().link.revoked };
  }

  async function remove(sessions: readonly Shelved[]): Promise<void> {
    let gone = 0;
    let failed: Answer<undefined> | undefined;
    for (const { id } of sessions) {
      const answer = await api.remove(id);
      // One that is gone already is gone.
      if (!answer.ok && answer.trouble !== "no-such-session") failed = answer;
      else {
        gone++;
        all.value = all.peek()?.filter((session) => session.id !== id);
      }
    }
    if (failed && !failed.ok) wrong(failed.trouble);
    else said.value = { text: plural(texts().remove.gone, gone) };
  }

  async function saveRecording(session: Shelved): Promise<void> {
    const file = await api.recordingFile(session.id);
    if (!file) return wrong("unreachable");
    const date = new Date(session.createdAt).toISOString().slice(0, 10);
    const called = ["fire-together", session.code, date].filter(Boolean).join("-");
    saveFile(`${called}.ndjson.gz`, new Blob([file], { type: "application/gzip" }));
  }

  async function importFile(file: File): Promise<void> {
    batch(() => {
      reading.value = file.name;
      said.value = undefined;
    });
    const answer = await api.importFile(file);
    reading.value = undefined;
    if (answer.ok) {
      await load();
      said.value = { text: fill(texts().import.done, answer.value) };
    } else said.value = { text: `${reasonText(answer.trouble, texts())} ${texts().import.again}`, wrong: true };
  }

  return {
    ...{ all, words, sort, chosen, said, reading, shown, selected, name },
    ...{ load, describe, share, revoke, remove, saveRecording, importFile },
    hasKey: hostKey() !== null,
    /** Selects a session, or no longer. */
    choose(id: string, on: boolean): void {
      const next = new Set(chosen.peek());
      if (on) next.add(id);
      else next.delete(id);
      chosen.value = next;
    },
  };
}
