/** Words of the report that a class leaves. */
export interface ReportTexts {
  readonly title: string;
  readonly print: string;
  readonly close: string;
  /** {neurons} */
  readonly class: string;
  readonly rounds: string;
  readonly round: string;
  readonly spikes: string;
  readonly synchrony: string;
  readonly after: string;
  readonly shown: string;
  readonly yes: string;
  readonly no: string;
  readonly plot: string;
  readonly neuron: string;
  /** {name}, {seat}, {taps}, {receptors}, {strength} */
  readonly story: string;
  readonly questions: string;
  readonly ten: readonly string[];
}
