/** Words for whoever leads a class: its students, and the remote. */
export interface LeadTexts {
  readonly students: {
    readonly title: string;
    readonly lock: string;
    readonly approve: string;
    readonly freeNames: string;
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
