/** Switches of the phone. */
export interface ExtrasTexts {
  readonly vibration: string;
  readonly sound: string;
}
