import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { fill } from "../ui/locale.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { useDismiss } from "../ui/use-dismiss.ts";

/** What may be done with one session. */
export type Wish = "rename" | "share" | "recording" | "zip" | "delete";

const WISHES: readonly Wish[] = ["rename", "share", "recording", "zip", "delete"];

interface ItemMenuProps {
  readonly session: Shelved;
  readonly name: string;
  readonly onWish: (wish: Wish) => void;
}

/** What is seldom done with a session, behind three dots. A class that runs can be named, and its recording so far be saved. */
export function ItemMenu({ session, name, onWish }: ItemMenuProps) {
  const texts = sessionsTexts()!;
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  useDismiss(open, root);
  const possible = session.endedAt === null ? (["rename", "recording"] as const) : WISHES;
  return (
    <div class="more" ref={root}>
      <button
        type="button"
        class="button second dots"
        data-testid="more"
        aria-expanded={open.value}
        aria-label={fill(texts.more, { title: name })}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        ⋯
      </button>
      {open.value && (
        <ul class="more-menu">
          {possible.map((wish) => (
            <li key={wish}>
              <button
                type="button"
                data-testid={`wish-${wish}`}
                onClick={() => {
                  open.value = false;
                  onWish(wish);
                }}
              >
                {texts[wish]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
