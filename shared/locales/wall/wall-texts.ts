import type { Texts } from "../locale.ts";
import type { wallEn } from "./wall.en.ts";

/** Texts of stage and replay: the compiler reports a missing or extra one. */
export type WallTexts = Texts<typeof wallEn>;
