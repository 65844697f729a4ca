import type { LeadTexts } from "../../shared/locales/lead/lead-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts for whoever leads a class. */
export const leadTexts = ownTexts<LeadTexts>({
  en: () => import("../../shared/locales/lead/lead.en.ts").then(({ leadEn }) => leadEn),
  "pt-BR": () => import("../../shared/locales/lead/lead.pt-BR.ts").then(({ leadPtBR }) => leadPtBR),
  es: () => import("../../shared/locales/lead/lead.es.ts").then(({ leadEs }) => leadEs),
});
