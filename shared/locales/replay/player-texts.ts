/** Words of what the replay is driven with. */
export interface PlayerTexts {
  /** Before a file is chosen. */
  readonly local: { readonly title: string; readonly line: string; readonly choose: string };
  /** Buttons of the tape; each also says its key. {key} */
  readonly withKey: string;
  readonly backwards: string;
  readonly steps: {
    readonly phaseBack: string;
    readonly tapBack: string;
    readonly tickBack: string;
    readonly tickOn: string;
    readonly tapOn: string;
    readonly phaseOn: string;
  };
  readonly jump: string;
  readonly more: string;
  readonly loop: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly clear: string;
    /** {from}, {to} */
    readonly at: string;
  };
  /** What the timeline draws. */
  readonly drawn: { readonly spikes: string; readonly synchrony: string };
  readonly notes: {
    readonly title: string;
    readonly bookmark: string;
    readonly add: string;
    readonly text: string;
    readonly save: string;
    readonly cancel: string;
    readonly edit: string;
    readonly remove: string;
    readonly empty: string;
    /** {time} */
    readonly go: string;
    /** A note without words. */
    readonly plain: string;
    readonly saveFile: string;
    readonly openFile: string;
    /** The file to save is called so. */
    readonly fileName: string;
    readonly onlyHere: string;
    readonly readOnly: string;
    readonly notKept: string;
    readonly notLoaded: string;
    readonly full: string;
    readonly unfit: {
      readonly "no-notes": string;
      readonly "newer-notes": string;
      readonly "other-recording": string;
      readonly "too-many": string;
    };
  };
  readonly follow: {
    readonly title: string;
    /** In the list, while nobody is followed. */
    readonly offer: string;
    readonly nobody: string;
    readonly close: string;
    /** Above what a phone showed: {seat} */
    readonly phone: string;
    readonly tapped: string;
    /** What a recording does not know of a phone. */
    readonly note: string;
  };
  readonly link: { readonly copy: string; readonly copied: string; readonly select: string };
  readonly help: {
    readonly title: string;
    readonly close: string;
    readonly keys: {
      readonly play: string;
      readonly jkl: string;
      readonly seconds: string;
      readonly tick: string;
      readonly phase: string;
      readonly tap: string;
      readonly loop: string;
      readonly bookmark: string;
      readonly notes: string;
      readonly ends: string;
      readonly screen: string;
      readonly zoom: string;
      readonly help: string;
    };
  };
  readonly film: {
    readonly title: string;
    readonly plot: string;
    /** {from}, {to} */
    readonly range: string;
    readonly setRange: string;
    readonly start: string;
    readonly working: string;
    readonly cancel: string;
    /** What a film has in it, and what not. */
    readonly note: string;
    readonly tooLong: string;
    readonly failed: string;
    readonly kind: string;
    readonly webm: string;
    readonly gif: string;
  };
  readonly figure: {
    readonly save: string;
    readonly ltp: string;
    /** {group} */
    readonly group: string;
  };
}
