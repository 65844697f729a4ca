import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { known } from "../model/names.ts";
import { MODEL_VERSION } from "../model/parameters.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { PROTOCOLS, type ProtocolId, settingsOf } from "../protocols/catalogue.ts";
import * as courses from "./courses.ts";
import type { LabResult } from "./figure.ts";
import { type Findings, Laboratory } from "./laboratory.ts";
import type { Procedure } from "./procedure.ts";
import { recallSweep } from "./recall.ts";
import type { LabRequest } from "./request.ts";
import * as sweeps from "./sweeps.ts";

const procedures: { readonly [P in ProtocolId]: Procedure<P> } = {
  tetanus: courses.tetanusCourse,
  tetani: courses.tetaniCourse,
  "theta-burst": courses.thetaBurstCourse,
  "low-frequency": courses.lowFrequencyCourse,
  pairing: courses.pairingCourse,
  tagging: courses.taggingCourse,
  conditioning: courses.conditioningCourse,
  extinction: courses.extinctionCourse,
  discrimination: sweeps.discriminationSweep,
  months: courses.monthsCourse,
  serotonin: courses.serotoninCourse,
  plateau: courses.plateauCourse,
  stdp: sweeps.stdpSweep,
  frequency: sweeps.frequencySweep,
  associativity: sweeps.associativitySweep,
  cooperativity: sweeps.cooperativitySweep,
  synchrony: sweeps.synchronySweep,
  recall: recallSweep,
};

/** The highest seed. */
const MOST_SEED = 0xffffffff;

/**
 * Looks a request over before it is run.
 * @throws RangeError for a name, number or combination that cannot be; it names what is allowed
 */
export function checkRequest(request: LabRequest): void {
  const { protocol, pathway, drugs, modules, seed, settings } = request;
  known("protocol", protocol, PROTOCOLS);
  known("pathway", pathway, PATHWAYS);
  for (const drug of drugs) known("drug", drug, DRUGS);
  for (const module of modules) known("module", module, MODULES);
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED)) {
    throw new RangeError(`seed ${seed}: a whole number from 0 to ${MOST_SEED}`);
  }
  const share = request.gammaShare ?? 0;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`gamma-share = ${share}: from 0 to 1`);
  const all: Readonly<Record<string, number>> = settingsOf(protocol, settings);
  const { "drug-from": from = 0, "drug-to": to = Number.POSITIVE_INFINITY } = all;
  if (drugs.length > 0 && from >= to) throw new RangeError(`drug-to = ${to}: later than drug-from, which is ${from}`);
  if (protocol === "recall") checkRecall(settingsOf("recall", all));
}

function checkRecall({ students, active, cue }: ReturnType<typeof settingsOf<"recall">>): void {
  if (active > students / 2) throw new RangeError(`active = ${active}: at most half of the ${students} students`);
  if (cue >= active) throw new RangeError(`cue = ${cue}: fewer than the ${active} students of a pattern`);
}

/**
 * Makes the experiment that a request asks for.
 * @returns its figures; on the way it yields the share that is done, 0 … 1
 * @throws RangeError for a request that cannot be; it names what is allowed
 */
export function* runLab(request: LabRequest): Generator<number, LabResult> {
  checkRequest(request);
  const { figures, summary } = yield* carriedOut(request.protocol, request);
  return { request, model: MODEL_VERSION, figures, summary };
}

function carriedOut<P extends ProtocolId>(protocol: P, request: LabRequest): Generator<number, Findings> {
  const settings = settingsOf(protocol, request.settings);
  return procedures[protocol](new Laboratory(request, settings), settings);
}

/** Makes it at one go, for those whom nobody waits for. */
export function labResult(request: LabRequest): LabResult {
  const run = runLab(request);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}
