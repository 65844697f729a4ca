/** Words for looking nearer: the three zooms, and what stands beside a synapse. */
export interface ZoomTexts {
  /** Name of the control. */
  readonly zoom: string;
  readonly cell: string;
  readonly branch: string;
  readonly synapse: string;
  /** How keys and clicks do it, for a button's tooltip. */
  readonly hint: string;
  /** {name} and {receptors}, for screen readers: who is looked at. */
  readonly looksAt: string;
}
