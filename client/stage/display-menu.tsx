import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { cardTexts } from "../ui/cards-locale.ts";
import { leadTexts } from "../ui/lead-locale.ts";
import { setTheme, theme } from "../ui/theme.ts";
import { useDismiss } from "../ui/use-dismiss.ts";
import { viewerTexts } from "../ui/viewer-locale.ts";
import { calm, setCalm } from "./calm.ts";
import { held, toggleHold } from "./hold.ts";
import { leading } from "./lead/lead-panel.tsx";
import "./display-menu.css";

const HAS_OWN_KEYS = "input, select, textarea, .laboratory";

const toggleTheme = (): void => setTheme(theme.peek() === "light" ? "dark" : "light");

/** How this screen shows the class (less motion, light colours, the picture held; keys T and H), and who leads it by what. */
export function DisplayMenu({ host }: { readonly host: boolean }) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  useDismiss(open, root);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || target?.closest(HAS_OWN_KEYS)) return;
      if (event.key.toLowerCase() === "h") toggleHold();
      else if (event.key.toLowerCase() === "t") toggleTheme();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const texts = viewerTexts();
  if (!texts) return null;
  const items = [
    { id: "calm", name: texts.calm, on: calm.value, toggle: () => setCalm(!calm.peek()) },
    { id: "theme", name: texts.light, on: theme.value === "light", toggle: toggleTheme },
    { id: "hold", name: texts.hold, on: held.value !== undefined, toggle: toggleHold },
  ];
  const lead = host ? leadTexts() : undefined;
  /** Opens what is seen over the picture; the menu makes room for it. */
  const lookInto = (what: "students" | "remote" | "card"): void => {
    leading.value = what;
    open.value = false;
  };
  return (
    <div class="display" ref={root}>
      <button
        type="button"
        data-testid="display"
        aria-expanded={open.value}
        aria-label={texts.menu}
        title={texts.menu}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h9M19 7h1M4 17h1M11 17h9M16 5v4M8 15v4" />
        </svg>
      </button>
      {open.value && (
        <ul class="display-menu">
          {lead &&
            (["card", "students", "remote"] as const).map((what) => (
              <li key={what}>
                <button type="button" data-testid={`lead-${what}`} onClick={() => lookInto(what)}>
                  <b aria-hidden="true" />
                  {what === "card" ? cardTexts()?.title : lead[what].title}
                </button>
              </li>
            ))}
          {items.map(({ id, name, on, toggle }) => (
            <li key={id}>
              <button type="button" data-testid={`display-${id}`} aria-pressed={on} onClick={toggle}>
                <b aria-hidden="true">{on ? "✓" : ""}</b>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
