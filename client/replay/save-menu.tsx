import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { TABLES } from "../../shared/recording/tables.ts";
import { useDismiss } from "../ui/use-dismiss.ts";
import { whatIfTexts } from "../ui/what-if-locale.ts";
import { CompareButton } from "./compare/compare-button.tsx";
import type { Player } from "./player.ts";
import "../stage/display-menu.css";

/** What a class can be taken home as: its recording, its numbers. */
export function SaveMenu({ player }: { readonly player: Player }) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  useDismiss(open, root);
  const texts = whatIfTexts()?.files;
  if (!texts) return null;
  return (
    <div class="display" ref={root}>
      <button
        type="button"
        data-testid="save"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {texts.menu}
      </button>
      {open.value && (
        <ul class="display-menu save-menu">
          <li>
            <button
              type="button"
              data-testid="report-open"
              onClick={() => {
                player.showReport(true);
                open.value = false;
              }}
            >
              {texts.report}
            </button>
          </li>
          <li>
            <CompareButton player={player} />
          </li>
          {(["recording", ...TABLES] as const).map((what) => (
            <li key={what}>
              <button
                type="button"
                data-testid={`save-${what}`}
                onClick={() => {
                  player.save(what);
                  open.value = false;
                }}
              >
                {what === "recording" ? texts.recording : texts.tables[what]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
