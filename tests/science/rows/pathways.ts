import { createCell } from "../../../shared/model/cell.ts";
import { parametersUnder } from "../../../shared/model/conditions.ts";
import type { DrugId } from "../../../shared/model/drugs.ts";
import { standardParameters } from "../../../shared/model/parameters.ts";
import type { PathwayId } from "../../../shared/model/pathways.ts";
import { release } from "../../../shared/model/release.ts";
import { above, atMost, below, type Measure, near, type Row } from "./row.ts";
import {
  HOUR,
  lapse,
  MINUTE,
  performed,
  pulsesAt,
  stimulate,
  tetanusAt,
  train,
  under,
  weightAt,
  weightAtEnd,
} from "./steps.ts";

const tetanised = (pathway: PathwayId, drugs: readonly DrugId[] = []): number =>
  weightAtEnd(performed([72], [tetanusAt(0)], { pathway, drugs }));

/** Second release over the first, 50 ms apart, at a given potentiation of the terminal. */
function pairedPulse(potentiated: number): number {
  const cell = createCell(parametersUnder(standardParameters, under({ pathway: "mossy-fibre" })), 1);
  cell.potentiated[0] = potentiated;
  const first = release(cell, 0, 0);
  return release(cell, 0, 50) / first;
}

function mossyFibre(): Measure[] {
  const three = [tetanusAt(0), lapse(20), tetanusAt(0), lapse(20), tetanusAt(0), lapse(20)];
  const control = performed([72], three, { pathway: "mossy-fibre" });
  const apv = performed([72], three, { pathway: "mossy-fibre", drugs: ["apv"] });
  const potentiated = (weightAtEnd(control) - 1) * (0.05 / 0.15);
  return [
    above("mossy fibre: three tetani", weightAtEnd(control), 1.3),
    near("mossy fibre: APV against control", weightAtEnd(apv) / weightAtEnd(control), 1, 0.001),
    atMost("mossy fibre: paired pulse, after/before", pairedPulse(potentiated) / pairedPulse(0), 0.8),
    near("mossy fibre: PKA blocked", tetanised("mossy-fibre", ["pka-block"]), 1, 0.01),
  ];
}

/** 300 parallel-fibre pulses at 1 Hz, alone or each followed by the climbing fibre. */
function parallelFibre(climbing: boolean): number {
  const more = climbing ? { forced: [train(20, 300, 1000)] } : {};
  return weightAtEnd(performed([8], [stimulate([pulsesAt(0, 300, 1000)], more)], { pathway: "cerebellum" }));
}

/** Serotonin pulses 20 min apart, under a block of protein synthesis or not; EPSP so many hours after the last. */
function serotonin(pulses: number, hours: number, block = false): number {
  const pulse = { kind: "modulate", modulator: "serotonin" } as const;
  const drug = (on: boolean) => ({ kind: "drug", drug: "anisomycin", on }) as const;
  const given = Array.from({ length: pulses }, (_, i) => (i === 0 ? [pulse] : [lapse(20 * MINUTE), pulse])).flat();
  const events = block ? [drug(true), ...given, lapse(5 * MINUTE), drug(false)] : given;
  return weightAtEnd(performed([20], [...events, lapse(hours * HOUR)], { pathway: "aplysia" }));
}

/** 60 pairings of a weak input with a forced spike `dt` ms later, at 1 Hz. */
function paired(pathway: PathwayId, dt: number): number {
  const start = 100;
  const forced = [train(start + dt, 60, 1000)];
  const outcome = performed([8], [stimulate([pulsesAt(0, 60, 1000, start)], { forced }), lapse(MINUTE)], { pathway });
  return weightAtEnd(outcome);
}

export const pathways: readonly Row[] = [
  {
    id: "D41",
    protocol: "other regions and animals",
    literature: "MODEL.md, regions (qualitative)",
    measure: () => [
      ...mossyFibre(),
      below("cerebellum: parallel with climbing fibre", parallelFibre(true), 0.9),
      above("cerebellum: parallel fibre alone, 1 Hz", parallelFibre(false), 1.1),
      above("Aplysia: one pulse of serotonin, at once", serotonin(1, 0.01), 1.2),
      below("Aplysia: one pulse, 1 h later", serotonin(1, 1), 1.05),
      above("Aplysia: five pulses, 24 h later", serotonin(5, 24), 1.5),
      below("Aplysia: five, proteins blocked during them, 24 h later", serotonin(5, 24, true), 1.05),
      above("newborn: tetanus", tetanised("ca1-neonatal"), 1.2),
      near(
        "newborn: CaMKII blocked against control",
        tetanised("ca1-neonatal", ["camkii-block"]) / tetanised("ca1-neonatal"),
        1,
        0.001,
      ),
      below("newborn: PKA blocked", tetanised("ca1-neonatal", ["pka-block"]), 1.01),
      above("CA3 to CA3: +10 ms", paired("ca3-recurrent", 10), 1.1),
      above("CA3 to CA3: -10 ms", paired("ca3-recurrent", -10), 1.1),
      near("culture (set DP, closed form): +10 ms", paired("culture", 10), 1.221, 0.03),
      near("culture: -20 ms", paired("culture", -20), 0.764, 0.03),
      near("neocortex (closed form): +10 ms, 60 at 1 Hz", paired("neocortex", 10), 1.05, 0.05),
      above(
        "dentate: tetanus, 15 min",
        weightAt(performed([96], [tetanusAt(0), lapse(HOUR)], { pathway: "dentate" }), 0.25),
        1.5,
      ),
      above("amygdala: tetanus", tetanised("amygdala"), 1.5),
    ],
  },
];
