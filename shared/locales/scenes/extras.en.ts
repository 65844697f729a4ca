import type { ExtrasTexts } from "./extras-texts.ts";

export const extrasEn: ExtrasTexts = { vibration: "Vibration", sound: "Sound of my taps" };
