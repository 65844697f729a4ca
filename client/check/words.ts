import type { CheckTexts } from "../../shared/locales/check/check-texts.ts";
import { CHECK_IDS, type CheckId, type CheckReport, type Verdict } from "../../shared/wire/check.ts";
import { fill, language, texts } from "../ui/locale.ts";
import { type Finding, findings, verdictOf, worst } from "./findings.ts";
import { portOf } from "./network.ts";
import { other, pairCode } from "./pair.ts";
import { device } from "./run.ts";
import { autoplay } from "./sound.ts";

/** What a check found, in the page's language. */

/** A mark that is told apart without its colour. */
export const MARKS: Readonly<Record<Verdict, string>> = { good: "✓", fair: "!", problem: "✕" };

/** Checks that this kind of device makes, in their order. */
export const OWN_IDS: readonly CheckId[] = CHECK_IDS.filter((id) =>
  device === "phone" ? id !== "addresses" : id !== "vibration",
);

export function sayingOf(words: CheckTexts, { outcome, slots }: Finding): string {
  const text = outcome === "blocked" ? texts().reasons.blocked : words.says[outcome];
  // The language may be changed while the page is open.
  const said = fill(text, outcome === "languageGood" ? { language: ownName(language.value) } : slots);
  return outcome === "soundHeard" ? `${said} ${autoplay ? words.autoplay : words.noAutoplay}` : said;
}

/** A language in its own words. */
const ownName = (tag: string): string => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;

/** The figures of the other device, once it has some. */
export function figuresOf(words: CheckTexts, { p50, p95, heldS, drops }: CheckReport): string | undefined {
  if (p50 === undefined || p95 === undefined || heldS === undefined || drops === undefined) return undefined;
  return fill(words.phone.figures, { p50, p95, held: heldS, drops });
}

export const worstOf = ({ verdicts }: CheckReport): Verdict => worst(Object.values(verdicts));

/** Names of what is not good on the other device. */
export const namesOf = (words: CheckTexts, { verdicts }: CheckReport, which: Verdict): string =>
  CHECK_IDS.filter((id) => verdicts[id] === which)
    .map((id) => words.names[id])
    .join(", ");

/** The result as plain text, for whoever looks after the network. @param origin  where phones find the server */
export function letterOf(words: CheckTexts, origin: string, now: Date): string {
  const { letter, verdicts } = words;
  const { host } = new URL(origin);
  const rows = OWN_IDS.flatMap((id) => {
    const finding = findings.value[id];
    const verdict = verdictOf(finding);
    return finding && verdict ? [`[${verdicts[verdict]}] ${words.names[id]}: ${sayingOf(words, finding)}`] : [];
  });
  const their = other.value;
  const theirs = their
    ? CHECK_IDS.flatMap((id) => {
        const verdict = their.verdicts[id];
        return verdict ? [`[${verdicts[verdict]}] ${words.names[id]}`] : [];
      }).concat(figuresOf(words, their) ?? [])
    : [letter.nophone];
  const [mine, others] = device === "phone" ? [letter.phone, letter.computer] : [letter.computer, letter.phone];
  return [
    letter.heading,
    `${letter.date}: ${now.toISOString().slice(0, 16).replace("T", " ")} UTC`,
    `${letter.address}: ${origin}`,
    ...["", `${mine}:`, ...rows.map((row) => `- ${row}`)],
    ...(device === "teacher" || their ? ["", `${others}:`, ...theirs.map((row) => `- ${row}`)] : []),
    ...["", `${letter.allow}:`],
    ...letter.allows.map((line) => `- ${fill(line, { host, port: portOf(host) })}`),
    "",
  ].join("\n");
}

/** Where the phone's check is, as it is typed. */
export const phoneLink = (origin: string): string | undefined =>
  pairCode.value ? `${origin}/check#${pairCode.value}` : undefined;
