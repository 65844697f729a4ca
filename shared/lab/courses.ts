import { conditioning, extinction, lastBlock } from "../protocols/laboratory/conditioning.ts";
import { months, plateau, serotonin } from "../protocols/laboratory/lasting.ts";
import { DAY, HOUR, MINUTE } from "../protocols/laboratory/plan.ts";
import { tagging, WEAK } from "../protocols/laboratory/tagging.ts";
import { lowFrequency, pairing, tetani, tetanus, thetaBurst } from "../protocols/laboratory/tetanus.ts";
import { range } from "./curve.ts";
import type { LabResult } from "./figure.ts";
import type { SummaryId } from "./ids.ts";
import { type Laboratory, type Run, strengthAt, strengthAtEnd } from "./laboratory.ts";
import { type Procedure, runCourse } from "./procedure.ts";
import { inSeconds, isPlain, isPlainCa1, modelCourses, rescues, slowCourse, smolen } from "./published/literature.ts";
import {
  abraham,
  dudekBearCourse,
  freyMorris,
  huangKandelBlocked,
  huangKandelOne,
  huangKandelSeveral,
  larson,
  montaroloFive,
  montaroloOne,
} from "./published/signs.ts";

/** The protocols that follow synapses through time. Each is its plan, what stands beside it, and the curve that belongs to it. */

const FULL_TETANUS = 100;

export const tetanusCourse: Procedure<"tetanus"> = (lab, settings) =>
  runCourse(lab, {
    plan: tetanus(settings),
    overlay:
      isPlainCa1(lab.request) && settings.pulses === FULL_TETANUS
        ? modelCourses("one-tetanus", inSeconds(huangKandelOne, HOUR))
        : undefined,
  });

/** Published courses of several tetani: one, or three in twenty minutes; of others only what laboratories found. */
function severalTetani(lab: Laboratory, count: number, gap: number) {
  const { request } = lab;
  const three = count === 3 && gap === 10;
  const anisomycin = request.pathway === "ca1" && request.modules.length === 0 && request.drugs.join() === "anisomycin";
  const blocked = inSeconds(huangKandelBlocked, HOUR);
  if (anisomycin && count >= 3) {
    return three ? modelCourses("three-tetani-anisomycin", blocked) : { series: [], reported: blocked };
  }
  if (!isPlainCa1(request)) return undefined;
  if (count === 1) return modelCourses("one-tetanus", inSeconds(huangKandelOne, HOUR));
  const reported = count >= 3 ? inSeconds(huangKandelSeveral, HOUR) : [];
  return three ? modelCourses("three-tetani", reported) : { series: [], reported };
}

export const tetaniCourse: Procedure<"tetani"> = (lab, settings) => {
  const curve = {
    x: "tetani",
    values: range(1, 6, 1),
    arms: [
      {
        plan: (count: number) => tetani({ ...settings, count, hours: Math.max(settings.hours, 24) }),
        read: { strong: (run: Run) => strengthAt(run, DAY) },
      },
    ],
    published: isPlainCa1(lab.request) ? smolen(settings.gap) : [],
  } as const;
  const overlay = severalTetani(lab, settings.count, settings.gap);
  return runCourse(lab, { plan: tetani(settings), overlay, curve });
};

export const thetaBurstCourse: Procedure<"theta-burst"> = (lab, settings) =>
  runCourse(lab, {
    plan: thetaBurst(settings),
    curve: {
      ...{ x: "interval", logX: true, values: [50, 70, 100, 140, 200, 300, 500, 700, 1000, 1400, 2000] },
      arms: [
        {
          plan: (interval) => thetaBurst({ ...settings, interval, repeats: 1, hours: 1 }),
          read: { strong: (run) => strengthAt(run, 15 * MINUTE) },
        },
      ],
      reported: isPlainCa1(lab.request) ? larson : [],
    },
  });

export const lowFrequencyCourse: Procedure<"low-frequency"> = (lab, settings) => {
  const classic = settings.pulses === 900 && settings.hz === 1 && settings.forced === 0 && settings.tetanus === 0;
  return runCourse(lab, {
    plan: lowFrequency(settings),
    overlay: classic && isPlainCa1(lab.request) ? slowCourse(inSeconds(dudekBearCourse, HOUR)) : undefined,
  });
};

export const pairingCourse: Procedure<"pairing"> = (lab, settings) => {
  const stimulation = settings.pulses / settings.hz;
  return runCourse(lab, {
    plan: pairing(settings),
    curve: {
      ...{ x: "millivolts", values: range(-80, 20, 10) },
      arms: [
        {
          plan: (clamp) => pairing({ ...settings, clamp, hours: 0.5 + stimulation / HOUR }),
          read: { weak: (run) => strengthAt(run, stimulation + 10 * MINUTE) },
        },
      ],
    },
  });
};

export const taggingCourse: Procedure<"tagging"> = (lab, settings) => {
  const from = settings.gap < 0 ? -settings.gap * HOUR : 0;
  const plain = isPlainCa1(lab.request);
  return runCourse(lab, {
    plan: tagging(settings),
    subject: WEAK,
    from,
    curve: {
      ...{ x: "gap", values: [-4, -3, -2, -1.5, -1, -0.5, -0.25, 1 / 12, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] },
      arms: [{ plan: (gap) => tagging({ ...settings, gap }), read: { weak: (run) => strengthAtEnd(run, WEAK) } }],
      published: plain ? rescues() : [],
      reported: plain ? freyMorris : [],
    },
  });
};

/** What the cell answered to the tests, in order. */
function answers(run: Run, ids: readonly SummaryId[]): LabResult["summary"] {
  const stimulations = run.experiment.steps.filter(({ event }) => event.kind === "stimulate");
  const spikes = stimulations.flatMap(({ test }, i) => (test ? [run.outcome.spikes[i]!] : []));
  return ids.flatMap((id, i) => (spikes[i] === undefined ? [] : [{ id, value: spikes[i], unit: "spikes" as const }]));
}

export const conditioningCourse: Procedure<"conditioning"> = (lab, settings) => {
  const last = lastBlock(settings.blocks);
  return runCourse(lab, {
    plan: conditioning({ ...settings, probes: true }),
    from: last,
    more: (run) => answers(run, ["spikes-before", "spikes-after", "spikes-next-day"]),
    curve: {
      ...{ x: "lag", values: [0, 10, 20, 30, 40, 50, 60, 80, 100] },
      arms: [
        {
          plan: (lag) => ({ ...conditioning({ ...settings, lag }), until: last + 15 * MINUTE }),
          read: {
            cs: (run) => strengthAt(run, last + 10 * MINUTE, 0),
            "cs-minus": (run) => strengthAt(run, last + 10 * MINUTE, 2),
          },
        },
      ],
    },
  });
};

export const extinctionCourse: Procedure<"extinction"> = (lab, settings) =>
  runCourse(lab, {
    plan: extinction({ ...settings, probes: true }),
    from: lastBlock(settings.blocks),
    more: (run) =>
      answers(run, ["spikes-before", "spikes-after", "spikes-next-day", "spikes-after-extinction", "spikes-recovered"]),
  });

export const monthsCourse: Procedure<"months"> = (lab, settings) => {
  // The protocol switches this mechanism on itself.
  const modules = lab.request.modules.filter((module) => module !== "retention");
  const lasts = lab.request.pathway === "dentate" && isPlain({ ...lab.request, modules }) && settings.sessions > 1;
  const reported = inSeconds(abraham, DAY);
  return runCourse(lab, { plan: months(settings), overlay: lasts ? { series: [], reported } : undefined });
};

export const serotoninCourse: Procedure<"serotonin"> = (lab, settings) => {
  const plain = lab.request.pathway === "aplysia" && isPlain(lab.request);
  const known = settings.pulses === 1 ? montaroloOne : settings.pulses === 5 ? montaroloFive : [];
  return runCourse(lab, {
    plan: serotonin(settings),
    overlay: plain ? { series: [], reported: inSeconds(known, HOUR) } : undefined,
    curve: {
      ...{ x: "pulses", values: range(1, 6, 1) },
      arms: [
        {
          plan: (pulses) => serotonin({ ...settings, pulses, hours: 24 }),
          read: { sensory: (run) => strengthAt(run, DAY) },
        },
      ],
    },
  });
};

export const plateauCourse: Procedure<"plateau"> = (lab, settings) =>
  runCourse(lab, {
    plan: plateau(settings),
    curve: {
      ...{ x: "delay", values: range(1, 8, 1) },
      arms: [
        {
          plan: (delay) => plateau({ ...settings, delay, hours: 1 }),
          read: { weak: (run) => strengthAtEnd(run) },
        },
      ],
    },
  });
