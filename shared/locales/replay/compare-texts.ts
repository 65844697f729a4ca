/** Words of two classes compared. */
export interface CompareTexts {
  /** In the replay's menu of files. */
  readonly open: string;
  readonly working: string;
  /** Ends the comparison before it is done. */
  readonly stop: string;
  readonly title: string;
  readonly intro: string;
  readonly close: string;
  readonly print: string;
  readonly save: string;
  readonly another: string;
  /** Of the class that is watched, and of the one that was opened: {time}, {neurons} */
  readonly first: string;
  readonly second: string;
  readonly phase: string;
  readonly strength: string;
  readonly gain: string;
  readonly synchrony: string;
  readonly halves: string;
  readonly spikes: string;
  readonly end: string;
  readonly learnt: string;
  readonly nothing: string;
}
