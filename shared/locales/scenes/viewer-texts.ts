/** How one screen shows the class. */
export interface ViewerTexts {
  readonly menu: string;
  readonly calm: string;
  readonly light: string;
  /** Its key stands in brackets. */
  readonly hold: string;
  readonly held: string;
  /** {seconds} by which the class is ahead of it. */
  readonly behind: string;
}
