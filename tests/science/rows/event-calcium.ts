import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PathwayId } from "../../../shared/model/pathways.ts";
import { atMost, type Row } from "./row.ts";
import { lapse, MINUTE, performed, pulsesAt, stimulate, train, weightAtEnd } from "./steps.ts";

/** The nine sets and the files that hold their curves. */
const CURVES: readonly (readonly [PathwayId, string])[] = [
  ["gb-dp", "DP"],
  ["gb-dpd", "DPD"],
  ["gb-dpd-prime", "DPDprime"],
  ["gb-p", "P"],
  ["gb-d", "D"],
  ["gb-d-prime", "Dprime"],
  ["gb-hippocampal-slices", "hippocampal_slices"],
  ["gb-hippocampal-cultures", "hippocampal_cultures"],
  ["gb-cortical-slices", "cortical_slices"],
];
const INTERVALS = [-30, -20, -10, 0, 5, 10, 20, 30];
const LEAD = 100;

function closedForm(file: string): ReadonlyMap<number, number> {
  const path = join(import.meta.dirname, `../reference/gb2012_stdp_60x1Hz_${file}.csv`);
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const [header, ...rows] = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  const column = header!.indexOf("change_an");
  return new Map(rows.map((row) => [Number(row[0]), Number(row[column])]));
}

/** 60 pairings at 1 Hz in a cell of this pathway, the spike forced `dt` ms after the pulse, and a minute to settle. */
function inTheCell(pathway: PathwayId, dt: number): number {
  const forced = [train(LEAD + dt, 60, 1000)];
  const pairing = stimulate([pulsesAt(0, 60, 1000, LEAD)], { forced });
  return weightAtEnd(performed([8], [pairing, lapse(MINUTE)], { pathway }));
}

export const eventCalcium: readonly Row[] = [
  {
    id: "D6",
    protocol: "the nine sets in the cell, step by step, against their closed form; 60 pairs at 1 Hz, 8 intervals",
    literature: "Graupner & Brunel 2012",
    measure: () =>
      CURVES.map(([pathway, file]) => {
        const wanted = closedForm(file);
        const off = INTERVALS.map((dt) => Math.abs(inTheCell(pathway, dt) - wanted.get(dt)!));
        return atMost(`${pathway.slice(3)}, largest difference`, Math.max(...off), 0.03);
      }),
  },
];
