import type { Shelved } from "../../shared/wire/shelf.ts";
import { plural } from "../ui/format.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { Dialog } from "./dialog.tsx";
import type { ShelfState } from "./shelf.ts";

interface DeleteDialogProps {
  readonly sessions: readonly Shelved[];
  readonly shelf: ShelfState;
  readonly onClose: () => void;
}

/** Names what will be gone; whatever one presses by mistake changes nothing. */
export function DeleteDialog({ sessions, shelf, onClose }: DeleteDialogProps) {
  const words = sessionsTexts();
  if (!words) return null;
  const texts = words.remove;
  return (
    <Dialog title={plural(texts.title, sessions.length)} testId="delete-dialog" onClose={onClose}>
      <ul class="doomed">
        {sessions.map((session) => (
          <li key={session.id}>{shelf.name(session)}</li>
        ))}
      </ul>
      <p>{texts.line}</p>
      <p class="dialog-foot">
        <button type="button" class="button second" data-testid="delete-no" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="button danger"
          data-testid="delete-yes"
          onClick={() => {
            onClose();
            void shelf.remove(sessions);
          }}
        >
          {texts.yes}
        </button>
      </p>
    </Dialog>
  );
}
