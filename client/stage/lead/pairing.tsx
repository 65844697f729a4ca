import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ClassView } from "../../../shared/session/view.ts";
import { PAIRING_MS } from "../../../shared/wire/limits.ts";
import type { Classroom } from "../../net/classroom.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill } from "../../ui/locale.ts";
import { address } from "../address.ts";
import type { Desk } from "../desk.ts";
import { Qr } from "../qr.tsx";
import { Twice } from "../twice.tsx";
import { Phrase } from "./phrase.tsx";
import "./lead.css";

interface PairingProps {
  readonly code: string;
  readonly classroom: Classroom;
  readonly desk: Desk;
  readonly view: ClassView;
}

/** The code by which the teacher's own phone becomes a remote: on the wall only for as long as it holds. */
export function Pairing({ code, classroom, desk, view }: PairingProps) {
  const offer = useSignal<{ readonly key: string; readonly pin: string; readonly until: number } | undefined>(
    undefined,
  );
  const left = useSignal(0);
  const ask = async (): Promise<void> => {
    const answer = await classroom.ask("pair");
    offer.value = answer ? { ...answer, until: performance.now() + PAIRING_MS } : undefined;
    left.value = PAIRING_MS / 1000;
  };
  useEffect(() => {
    void ask();
    const timer = setInterval(() => {
      left.value = Math.max(0, Math.ceil(((offer.peek()?.until ?? 0) - performance.now()) / 1000));
    }, 500);
    return () => clearInterval(timer);
  }, []);
  // The one that was let in is the end of its code.
  const remotes = view.door?.remotes.length ?? 0;
  const before = useRef(remotes);
  useEffect(() => {
    if (remotes > before.current) offer.value = undefined;
    before.current = remotes;
  }, [remotes]);
  const texts = leadTexts()?.remote;
  if (!texts) return null;
  const holds = offer.value !== undefined && left.value > 0;
  return (
    <div class="pairing" data-testid="pairing">
      {holds && offer.value ? (
        <>
          <Qr place="pairing-qr" link={`${address.value}/remote/${code}#${offer.value.key}`} />
          <div>
            <p>{texts.scan}</p>
            <p class="pairing-pin">
              <span>{texts.pin}</span> <b data-testid="pin">{offer.value.pin}</b>
            </p>
            <p class="pairing-time">{fill(texts.lasts, { seconds: left.value })}</p>
            <a
              class="visually-hidden"
              tabIndex={-1}
              data-testid="pairing-link"
              href={`/remote/${code}#${offer.value.key}`}
            >
              {texts.title}
            </a>
          </div>
        </>
      ) : (
        <button type="button" data-testid="pair-again" onClick={() => void ask()}>
          {texts.again}
        </button>
      )}
      <div class="pairing-more">
        <Phrase classroom={classroom} />
        <ul class="remotes" data-testid="remotes">
          {view.door?.remotes.map((id) => (
            <li key={id}>
              <b>{fill(texts.number, { id })}</b>
              <Twice id={`revoke-${id}`} label={texts.revoke} sure={texts.revokeSure} act={() => desk.revoke(id)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
