import { render } from "preact";
import { spokenCode } from "../../../shared/wire/code.ts";
import { leadTexts } from "../../ui/lead-locale.ts";
import { fill, texts } from "../../ui/locale.ts";
import { address, playLink, spokenAddress } from "../address.ts";
import { Qr } from "../qr.tsx";
import "./card-sheet.css";

/** Prints a sheet of cards. It is on paper alone (whoever scans a card from the wall has it), and then this page forgets it. */
export function printCards(code: string, keys: readonly string[]): void {
  const sheet = document.createElement("section");
  sheet.className = "card-sheet";
  sheet.dataset.testid = "card-sheet";
  render(<Cards code={code} keys={keys} />, sheet);
  document.body.append(sheet);
  const forget = (): void => sheet.remove();
  addEventListener("afterprint", forget, { once: true });
  print();
}

function Cards({ code, keys }: { readonly code: string; readonly keys: readonly string[] }) {
  const words = leadTexts()!.cards;
  return (
    <>
      <p>
        <b>
          {texts().app.name} · {spokenCode(code)}
        </b>{" "}
        {words.sheet}
      </p>
      <ol>
        {keys.map((key, i) => (
          <li key={key} data-card={key}>
            <Qr place="card-qr" link={`${playLink(address.value, code)}#${key}`} />
            <div>
              <b>{fill(words.number, { number: i + 1 })}</b>
              <span>{words.scan}</span>
              <span>{words.once}</span>
              <small>
                {spokenCode(code)} · {spokenAddress(address.value)}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
