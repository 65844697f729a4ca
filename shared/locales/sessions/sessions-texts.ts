import type { Texts } from "../locale.ts";
import type { sessionsEn } from "./sessions.en.ts";

/** Words of the shelf. */
export type SessionsTexts = Texts<typeof sessionsEn>;
