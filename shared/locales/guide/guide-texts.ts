/** The teacher's guide. Paragraphs; a list where a heading says so. */
export interface GuideTexts {
  readonly title: string;
  readonly print: string;
  readonly intro: readonly string[];
  readonly setUp: { readonly title: string; readonly steps: readonly string[] };
  readonly networks: {
    readonly title: string;
    /** Before a link of this name to the page /check. */
    readonly before: string;
    readonly check: string;
    readonly kinds: readonly { readonly name: string; readonly how: string }[];
    readonly trouble: string;
    readonly troubles: readonly { readonly when: string; readonly does: string }[];
  };
  readonly lessons: { readonly title: string; readonly line: string };
  readonly rounds: { readonly title: string; readonly line: string; readonly shows: string };
  /** What a class can be used for once it is over. */
  readonly afterwards: { readonly title: string; readonly items: readonly string[] };
  readonly limits: { readonly title: string; readonly items: readonly string[] };
  readonly glossary: {
    readonly title: string;
    readonly words: readonly { readonly word: string; readonly is: string }[];
  };
  readonly privacy: { readonly title: string; readonly items: readonly string[] };
}
