import type { Texts } from "../locale.ts";
import type { checkEn } from "./check.en.ts";

/** Texts of the page /check; client/check/verdicts.ts says which outcome is good and which a problem. */
export type CheckTexts = Texts<typeof checkEn>;
