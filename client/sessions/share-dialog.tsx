import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { address } from "../stage/address.ts";
import { Qr } from "../stage/qr.tsx";
import { fill } from "../ui/locale.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { Dialog } from "./dialog.tsx";
import type { ShelfState } from "./shelf.ts";

interface ShareDialogProps {
  readonly session: Shelved;
  readonly shelf: ShelfState;
  readonly onClose: () => void;
}

/** Makes the link to a session, shows it this once, and takes it back. */
export function ShareDialog({ session, shelf, onClose }: ShareDialogProps) {
  const link = useSignal<string | undefined>(undefined);
  const texts = sessionsTexts()?.link;
  const words = sessionsTexts();
  if (!texts || !words) return null;
  const make = async (): Promise<void> => {
    const key = await shelf.share(session.id);
    // Behind the #, so that no server and no log ever sees it.
    link.value = key && `${address.value}/replay/shared#${key}`;
  };
  return (
    <Dialog title={fill(texts.title, { title: shelf.name(session) })} testId="share-dialog" onClose={onClose}>
      <p>{texts.line}</p>
      {link.value ? (
        <LinkShown link={link.value} />
      ) : (
        <>
          {session.shared && <p>{texts.out}</p>}
          <button type="button" class="button" data-testid="make-link" onClick={() => void make()}>
            {session.shared ? texts.renew : texts.make}
          </button>
        </>
      )}
      <p class="dialog-foot">
        {session.shared && (
          <button
            type="button"
            class="button second"
            data-testid="revoke"
            onClick={() => {
              link.value = undefined;
              void shelf.revoke(session.id).then(onClose);
            }}
          >
            {texts.revoke}
          </button>
        )}
        <button type="button" class="button second" data-testid="share-close" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
}

function LinkShown({ link }: { readonly link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const copied = useSignal(false);
  const texts = sessionsTexts()!.link;
  const copy = async (): Promise<void> => {
    field.current!.select();
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // Over plain http there is no clipboard but this one.
      document.execCommand("copy");
    }
    copied.value = true;
  };
  return (
    <>
      <p class="once">{texts.once}</p>
      <Qr link={link} place="link-qr" />
      <div class="link-row">
        <input ref={field} readOnly value={link} aria-label={texts.field} data-testid="link" />
        <button type="button" class="button" data-testid="copy-link" onClick={() => void copy()}>
          {texts.copy}
        </button>
      </div>
      <p role="status">{copied.value ? texts.copied : ""}</p>
    </>
  );
}
