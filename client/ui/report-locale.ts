import type { ReportTexts } from "../../shared/locales/replay/report-texts.ts";
import { ownTexts } from "./own-texts.ts";

/** Texts of the report. */
export const reportTexts = ownTexts<ReportTexts>({
  en: () => import("../../shared/locales/replay/report.en.ts").then(({ reportEn }) => reportEn),
  "pt-BR": () => import("../../shared/locales/replay/report.pt-BR.ts").then(({ reportPtBR }) => reportPtBR),
  es: () => import("../../shared/locales/replay/report.es.ts").then(({ reportEs }) => reportEs),
});
