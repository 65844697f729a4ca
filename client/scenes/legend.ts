/** The five things a viewer must know, for the page's legend; each has a shape and a colour of its own. */
export interface LegendItem {
  readonly shape: "bars" | "funnel" | "square" | "dot" | "star";
  /** A CSS custom property of client/ui/tokens.css. */
  readonly colour: string;
  /** Key of locale.stage.legend. */
  readonly key: "ampa" | "nmda" | "magnesium" | "glutamate" | "calcium";
  /** Outline in a 24 × 24 box, for `<path d>`. */
  readonly path: string;
}

export const legend: readonly LegendItem[] = [
  {
    shape: "dot",
    colour: "var(--glutamate)",
    key: "glutamate",
    path: "M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
  },
  {
    shape: "bars",
    colour: "var(--ampa)",
    key: "ampa",
    path: "M5 6a2 2 0 0 1 2-2h1a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2z M14 6a2 2 0 0 1 2-2h1a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2z",
  },
  { shape: "funnel", colour: "var(--nmda)", key: "nmda", path: "M3 4h18l-6 9v8h-6v-8z" },
  { shape: "square", colour: "var(--magnesium)", key: "magnesium", path: "M5 5h14v14h-14z" },
  {
    shape: "star",
    colour: "var(--calcium)",
    key: "calcium",
    path: "M12 2l2.6 7.4L22 12l-7.4 2.6L12 22l-2.6-7.4L2 12l7.4-2.6z",
  },
];
