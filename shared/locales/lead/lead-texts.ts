/** Words for whoever leads a class: its students, and the remote. */
export interface LeadTexts {
  readonly students: {
    readonly title: string;
    readonly lock: string;
    readonly approve: string;
    readonly freeNames: string;
    readonly cardsOnly: string;
    /** What a student does: here and tapping, here and silent in this round, away, sent away. */
    readonly here: string;
    readonly silent: string;
    readonly away: string;
    readonly removed: string;
    /** {name} */
    readonly rename: string;
    readonly remove: string;
    readonly removeSure: string;
    readonly letIn: string;
    readonly none: string;
  };
  readonly door: {
    readonly waits: string;
    readonly letIn: string;
    /** {name} */
    readonly turnAway: string;
    /** {count} of those who came at once. */
    readonly burst: string;
    readonly burstLocked: string;
    readonly undoBurst: string;
    readonly undoBurstSure: string;
    /** {count} */
    readonly someWait: string;
    readonly full: string;
  };
  readonly cards: {
    /** Before the number of cards, and on the button that prints them. */
    readonly count: string;
    readonly print: string;
    readonly sure: string;
    /** {count}: those that nobody has used. */
    readonly left: string;
    readonly void: string;
    readonly voidSure: string;
    /** On the sheet: what to do with it; on each card: its number {number}, and how it is used. */
    readonly sheet: string;
    readonly number: string;
    readonly scan: string;
    readonly once: string;
  };
  readonly phrase: {
    readonly what: string;
    readonly show: string;
    readonly sure: string;
    readonly how: string;
    readonly hide: string;
  };
  readonly remote: {
    /** {id}: its number. */
    readonly number: string;
    readonly revoke: string;
    readonly revokeSure: string;
    readonly title: string;
    /** On the stage, beside the code: how, and for how long it holds: {seconds}. */
    readonly scan: string;
    readonly pin: string;
    readonly lasts: string;
    readonly again: string;
    readonly close: string;
    /** On the remote: what to type, and what is wrong. */
    readonly typePin: string;
    readonly enter: string;
    readonly refused: string;
    readonly connecting: string;
    readonly reconnecting: string;
    readonly ended: string;
    /** Parts of the page. */
    readonly next: string;
    readonly zoom: string;
    readonly bots: string;
    readonly laboratory: string;
    /** {beat} of {beats} */
    readonly beat: string;
  };
}
