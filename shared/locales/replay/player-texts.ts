/** Words of what the replay is driven with. */
export interface PlayerTexts {
  /** Before a file is chosen. */
  readonly local: { readonly title: string; readonly line: string; readonly choose: string };
}
