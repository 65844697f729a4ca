import { useLayoutEffect, useRef } from "preact/hooks";
import type { ClassView, SeatView } from "../../shared/session/view.ts";
import { spokenCode } from "../../shared/wire/code.ts";
import { Badge } from "../ui/badge.tsx";
import { plural } from "../ui/format.ts";
import { language } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { address, playLink, spokenAddress } from "./address.ts";
import { nameOf } from "./figures.ts";
import { Qr } from "./qr.tsx";

/** Sizes of the names and of the QR code, hundredths of the screen's height, the best first: the first pair that fits. */
const SIZES = [
  [5.6, 60],
  [5, 54],
  [5, 48],
  [4.2, 48],
  [3.6, 46],
  [3.2, 42],
  [2.8, 40],
  [2.8, 34],
  [2.8, 28],
] as const;

/** The way in, in letters for the back row, and everyone who has come. */
export function Lobby({ code, view }: { readonly code: string; readonly view: ClassView | undefined }) {
  const { join, neurons, waiting, noPhone } = wallTexts().stage;
  const here = view?.seats.filter(({ connected, bot, removed }) => connected || (!bot && !removed)) ?? [];
  // Then the code on the wall lets nobody in.
  const byCard = view?.door?.cardsOnly ?? false;
  const lobby = useRef<HTMLElement>(null);
  const seats = useRef<HTMLUListElement>(null);
  const names = here.map((seat) => nameOf(seat, language.value)).join();

  useLayoutEffect(() => {
    const adjust = (): void => {
      for (const [chip, qr] of SIZES) {
        lobby.current?.style.setProperty("--chip", String(chip));
        lobby.current?.style.setProperty("--qr", String(qr));
        if (fits(seats.current) && fits(lobby.current)) break;
      }
    };
    adjust();
    // Letters change their width when the page's typeface arrives.
    document.fonts.addEventListener("loadingdone", adjust);
    addEventListener("resize", adjust);
    return () => {
      document.fonts.removeEventListener("loadingdone", adjust);
      removeEventListener("resize", adjust);
    };
  }, [names, byCard, language.value]);

  return (
    <section class="lobby" ref={lobby}>
      <div class="way-in">
        {!byCard && <Qr place="way-in-qr" link={playLink(address.value, code)} />}
        <div class="letters">
          <p class="scan">
            {byCard ? (
              join.card
            ) : (
              <>
                {join.scan}{" "}
                <b class="address" data-testid="address">
                  {spokenAddress(address.value)}
                </b>
              </>
            )}
          </p>
          <h1 class="code" data-testid="code">
            <span class="visually-hidden">{join.code}: </span>
            {spokenCode(code)}
          </h1>
          <p class="count">
            <b class="count-number">{here.length}</b> {plural(neurons, here.length)}
          </p>
        </div>
      </div>
      <ul class="seats" ref={seats} data-testid="seats">
        {here.map((seat) => (
          <Chip key={seat.seat} seat={seat} />
        ))}
        {here.length === 0 && (
          <li class="waiting">
            {waiting}{" "}
            <a href="/check" target="_blank" rel="noreferrer" data-testid="check">
              {noPhone}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Chip({ seat: own }: { readonly seat: SeatView }) {
  const { seat, group, bot, connected } = own;
  const { stage } = wallTexts();
  return (
    <li class={`chip${bot ? " bot" : ""}${connected ? "" : " away"}`}>
      <Badge seat={seat} group={group} />
      <span>{nameOf(own, language.value)}</span>
      {bot && <span class="visually-hidden">({stage.bot})</span>}
      {!connected && <span class="visually-hidden">({stage.away})</span>}
    </li>
  );
}

const fits = (element: HTMLElement | null): boolean =>
  element !== null && element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
