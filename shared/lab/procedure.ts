import type { ProtocolId, SettingsOf } from "../protocols/catalogue.ts";
import type { Plan } from "../protocols/laboratory/plan.ts";
import { courseFigures, courseSummary } from "./course.ts";
import { type Curve, drawCurve } from "./curve.ts";
import type { LabResult } from "./figure.ts";
import { type Findings, type Laboratory, part, type Run } from "./laboratory.ts";
import type { Overlay } from "./published/overlay.ts";

/** How a protocol of the catalogue is carried out: its settings in, figures and numbers out. */
export type Procedure<P extends ProtocolId> = (lab: Laboratory, settings: SettingsOf<P>) => Generator<number, Findings>;

/** A protocol that follows synapses through time, and perhaps a curve over what is varied in it. */
export interface Course {
  readonly plan: Plan;
  /** The input that it is about, and when its own stimulation begins, s. */
  readonly subject?: number;
  readonly from?: number;
  readonly overlay?: Overlay | undefined;
  readonly curve?: Curve;
  /** Further numbers of the run. */
  readonly more?: (run: Run) => LabResult["summary"];
}

/** The plan up to its first stimulation that is no test: what traces are taken of. */
function firstTraining(plan: Plan): Plan {
  const steps = plan.steps.filter(({ test }) => !test);
  const first = Math.min(...steps.filter(({ event }) => event.kind === "stimulate").map(({ at }) => at));
  return { ...plan, steps: steps.filter(({ at }) => at <= first), until: 0 };
}

/** Share of the work that a course is, when there is a curve of so many experiments. */
const shareOf = (curve: Curve | undefined): number => (curve ? 1 / (1 + curve.values.length * curve.arms.length) : 1);

export function* runCourse(lab: Laboratory, course: Course): Generator<number, Findings> {
  const { plan, subject = 0, from = 0, overlay, curve, more } = course;
  const share = shareOf(curve);
  const run = yield* part(lab.perform(plan), 0, 0.9 * share);
  const { traces } = (yield* part(lab.perform(firstTraining(plan), { traces: true }), 0.9 * share, share)).outcome;
  const options = { lab, subject, from, overlay, traces };
  const figures = courseFigures(run, options);
  if (curve) figures.push(yield* part(drawCurve(lab, curve), share, 1));
  return { figures, summary: [...courseSummary(run, options), ...(more?.(run) ?? [])] };
}
