import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { spokenCode } from "../../shared/wire/code.ts";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { sessions } from "../sessions/api.ts";
import { dayAndTime, plural } from "../ui/format.ts";
import { fill, texts } from "../ui/locale.ts";
import { openClass, type Trouble } from "./api.ts";
import { LeadFromHere } from "./lead.tsx";
import { troubleText } from "./trouble.ts";

/** Sessions of the shelf that this page shows, besides those that run. */
const NEWEST = 3;

/** The teacher's part: a new class, and the newest of those before. */
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
      <a class="lab-link" href="/check" data-testid="check">
        {home.check}
      </a>
    </section>
  );
}

function Shelf() {
  const { home } = texts();
  const shelf = useSignal<readonly Shelved[]>([]);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await sessions();
      // Without a server the button above says so, once it is pressed.
      if (answer.ok) shelf.value = answer.value;
    };
    void look();
    // Back from a class by the browser's button: the page may be the one that was left.
    addEventListener("pageshow", look);
    return () => removeEventListener("pageshow", look);
  }, [shelf]);
  const runs = ({ endedAt }: Shelved): boolean => endedAt === null;
  const over = shelf.value.filter((session) => !runs(session));
  const shown = [...shelf.value.filter(runs), ...over.slice(0, NEWEST)];
  return (
    <div class="shelf">
      {shown.length > 0 && (
        <>
          <h3>{home.sessions}</h3>
          <ul data-testid="sessions">
            {shown.map((session) => (
              <li key={session.id}>
                <Session session={session} />
              </li>
            ))}
          </ul>
        </>
      )}
      <a class="lab-link all" href="/sessions" data-testid="all-sessions">
        {over.length > NEWEST ? fill(home.allSessions, { count: shelf.value.length }) : home.shelf}
      </a>
    </div>
  );
}

function Session({ session }: { readonly session: Shelved }) {
  const { home } = texts();
  const { id, code, title, createdAt, endedAt, seats, rounds } = session;
  const facts = [
    ...(title ? [dayAndTime(createdAt)] : []),
    ...(code ? [spokenCode(code)] : []),
    ...(endedAt === null ? [home.running] : []),
    ...(seats ? [plural(home.neurons, seats)] : []),
    ...(rounds ? [plural(home.rounds, rounds)] : []),
  ];
  return (
    <a href={endedAt === null ? `/stage/${code}` : `/replay/${id}`}>
      <span>
        <b>{title || dayAndTime(createdAt)}</b>
        <small>{facts.join(" · ")}</small>
      </span>
      <span class="way">{endedAt === null ? home.goOn : home.watchAgain}</span>
    </a>
  );
}
