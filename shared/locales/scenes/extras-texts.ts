/** Switches of the phone. */
export interface ExtrasTexts {
  readonly vibration: string;
  readonly sound: string;
  /** The own seat, and its parts. */
  readonly mine: string;
  readonly close: string;
  readonly name: string;
  readonly nameGo: string;
  /** {name} that the seat has now. */
  readonly nameIs: string;
  /** {address} */
  readonly move: string;
  readonly moveGo: string;
  readonly moveCode: string;
  readonly moveFailed: string;
}
