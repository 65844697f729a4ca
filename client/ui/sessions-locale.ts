import type { SessionsTexts } from "../../shared/locales/sessions/sessions-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the shelf. */
export const sessionsTexts = ownTexts<SessionsTexts>({
  en: () => import("../../shared/locales/sessions/sessions.en.ts").then(({ sessionsEn }) => sessionsEn),
  "pt-BR": () => import("../../shared/locales/sessions/sessions.pt-BR.ts").then(({ sessionsPtBR }) => sessionsPtBR),
  es: () => import("../../shared/locales/sessions/sessions.es.ts").then(({ sessionsEs }) => sessionsEs),
});
