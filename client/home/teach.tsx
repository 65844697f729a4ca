import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { spokenCode } from "../../shared/wire/code.ts";
import { dayAndTime, plural } from "../ui/format.ts";
import { texts } from "../ui/locale.ts";
import { openClass, type Shelved, sessions, type Trouble } from "./api.ts";
import { LeadFromHere } from "./lead.tsx";
import { troubleText } from "./trouble.ts";

/** The teacher's part: a new class, and the shelf of those before. */
export function Teach() {
  const { home } = texts();
  const trouble = useSignal<Trouble | undefined>(undefined);
  const busy = useSignal(false);

  async function open(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    trouble.value = undefined;
    const answer = await openClass();
    if (answer.ok) location.assign(`/stage/${answer.value.code}`);
    else {
      busy.value = false;
      trouble.value = answer.trouble;
    }
  }

  const said = trouble.value && troubleText(trouble.value, { full: home.serverFull });
  return (
    <section class="teach">
      <h2>{home.teach}</h2>
      <button type="button" class="button second" data-testid="new-class" aria-disabled={busy.value} onClick={open}>
        {busy.value ? home.opening : home.newClass}
      </button>
      <p class={said ? "hint trouble" : "hint"} role="status">
        {said ?? home.newClassHint}
      </p>
      <Shelf />
      <LeadFromHere />
      <a class="lab-link" href="/lab">
        {home.lab}
      </a>
      <a class="lab-link" href="/guide" data-testid="guide">
        {home.guide}
      </a>
    </section>
  );
}

function Shelf() {
  const { home } = texts();
  const shelf = useSignal<readonly Shelved[]>([]);
  useEffect(() => {
    const look = (): void => void sessions().then((found) => (shelf.value = found));
    look();
    // Back from a class by the browser's button: the page may be the one that was left.
    addEventListener("pageshow", look);
    return () => removeEventListener("pageshow", look);
  }, [shelf]);
  if (shelf.value.length === 0) return null;
  return (
    <div class="shelf">
      <h3>{home.sessions}</h3>
      <ul data-testid="sessions">
        {shelf.value.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Session({ session }: { readonly session: Shelved }) {
  const { home } = texts();
  const { id, code, createdAt, endedAt, seats, rounds } = session;
  const facts = [
    spokenCode(code),
    ...(endedAt === null ? [home.running] : []),
    ...(seats ? [plural(home.neurons, seats)] : []),
    ...(rounds ? [plural(home.rounds, rounds)] : []),
  ];
  return (
    <a href={endedAt === null ? `/stage/${code}` : `/replay/${id}`}>
      <span>
        <b>{dayAndTime(createdAt)}</b>
        <small>{facts.join(" · ")}</small>
      </span>
      <span class="way">{endedAt === null ? home.goOn : home.watchAgain}</span>
    </a>
  );
}
