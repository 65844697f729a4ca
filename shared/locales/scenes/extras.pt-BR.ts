import type { ExtrasTexts } from "./extras-texts.ts";

export const extrasPtBR: ExtrasTexts = { vibration: "Vibração", sound: "Som dos meus toques" };
