import type { CheckTexts } from "../../shared/locales/check/check-texts.ts";
import type { CheckReport } from "../../shared/wire/check.ts";
import { address, spokenAddress } from "../stage/address.ts";
import { Qr } from "../stage/qr.tsx";
import { fill } from "../ui/locale.ts";
import { portOf } from "./network.ts";
import { lost, other, pairCode } from "./pair.ts";
import { device, waited } from "./run.ts";
import { figuresOf, MARKS, namesOf, phoneLink, worstOf } from "./words.ts";

/** The other of the two devices: the way to it, or how it went there. */
export function OtherDevice({ words }: { readonly words: CheckTexts }) {
  const { phone } = words;
  const their = other.value;
  if (device === "phone") {
    return (
      <section class="check-other" data-testid="other">
        <p>{lost.value ? phone.lost : phone.told}</p>
        {their && <Result words={words} their={their} name={phone.teacher} />}
      </section>
    );
  }
  const link = phoneLink(address.value);
  return (
    <section class="check-other" data-testid="other">
      <h2>{phone.title}</h2>
      {pairCode.value === null && <p>{phone.unpaired}</p>}
      {link && !their && (
        <>
          <Qr place="check-qr" link={link} />
          <p>
            {phone.scan} <b data-testid="phone-link">{spokenAddress(link)}</b>
          </p>
        </>
      )}
      <div role="status">
        {their ? <p class="good">{phone.here}</p> : <p>{waited.value ? phone.nobodyTitle : phone.waiting}</p>}
      </div>
      {their && <Result words={words} their={their} name={phone.verdict} />}
      {!their && waited.value && (
        <ul data-testid="nobody">
          {phone.nobody.map((line) => (
            <li key={line}>{fill(line, { port: portOf(spokenAddress(address.value)) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ResultProps {
  readonly words: CheckTexts;
  readonly their: CheckReport;
  readonly name: string;
}

function Result({ words, their, name }: ResultProps) {
  const verdict = worstOf(their);
  return (
    <div class={`check-result ${verdict}`} data-testid="result" data-verdict={their.done ? verdict : "measuring"}>
      <p>
        {name}{" "}
        <b>
          {MARKS[verdict]} {words.verdicts[verdict]}
        </b>{" "}
        {!their.done && words.phone.going}
      </p>
      <p>{figuresOf(words, their)}</p>
      {(["problem", "fair"] as const).map((which) => {
        const names = namesOf(words, their, which);
        return names ? <p key={which}>{`${MARKS[which]} ${words.verdicts[which]}: ${names}`}</p> : null;
      })}
    </div>
  );
}
