import type { SessionsTexts } from "../../shared/locales/sessions/sessions-texts.ts";
import { spokenCode } from "../../shared/wire/code.ts";
import type { Shelved } from "../../shared/wire/shelf.ts";
import { troubleText } from "../home/trouble.ts";
import { duration } from "../ui/duration.ts";
import { dayAndTime, plural } from "../ui/format.ts";
import { fill, language } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import type { ImportTrouble } from "./api.ts";
import { lengthOf } from "./order.ts";

/** What a session is called: its title, or else its code. */
export function nameOf({ title, code }: Shelved, texts: SessionsTexts): string {
  if (title !== "") return title;
  return code === "" ? texts.elsewhere : fill(texts.untitled, { code: spokenCode(code) });
}

const size = (bytes: number): string => {
  const [unit, of] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
  const style = { style: "unit", unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 } as const;
  return new Intl.NumberFormat(language.value, style).format(Math.max(bytes / of, 0.1));
};

/** When, how long, how many: what is known of a session, in short. */
export function factsOf(session: Shelved, texts: SessionsTexts): string[] {
  const { createdAt, endedAt, seats, rounds, title, code, bytes } = session;
  return [
    dayAndTime(createdAt),
    ...(title !== "" && code !== "" ? [spokenCode(code)] : []),
    ...(endedAt === null ? [] : [duration(Math.max(1, Math.round(lengthOf(session) / 60_000)), "short")]),
    plural(texts.neurons, seats),
    ...(endedAt === null ? [] : [plural(texts.rounds, rounds)]),
    ...(bytes === null ? [] : [size(bytes)]),
  ];
}

/** A day in the page's language. @param at epoch ms */
export const day = (at: number): string => new Date(at).toLocaleDateString(language.value, { dateStyle: "long" });

/** Why something did not come to be, in a sentence. */
export function reasonText(trouble: ImportTrouble, texts: SessionsTexts): string {
  const { unshown } = wallTexts().replay;
  if (trouble in unshown) return unshown[trouble as keyof typeof unshown];
  return troubleText(trouble as Parameters<typeof troubleText>[0], { portal: texts.portal, unreachable: texts.lost });
}
