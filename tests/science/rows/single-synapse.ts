import { advance, createTrace } from "../../../shared/model/advance.ts";
import { createCell, SCALAR } from "../../../shared/model/cell.ts";
import { unblockedFraction } from "../../../shared/model/magnesium.ts";
import { standardParameters } from "../../../shared/model/parameters.ts";
import { release } from "../../../shared/model/release.ts";
import { scheduleSpike } from "../../../shared/model/schedule.ts";
import { protocol } from "../../../shared/protocols/protocol.ts";
import { pairedPulse, pulses } from "../../../shared/protocols/trains.ts";
import { experiment, slice } from "./laboratory.ts";
import { lookUp, table } from "./reference.ts";
import { atMost, type Measure, near, type Row } from "./row.ts";

const basics = (quantity: string): number => lookUp(table("basics"), { quantity }, "value");

/** Largest relative difference from the reference run, over 300 ms and six quantities; the floor keeps zeros comparable. */
function goldenTrace(): Measure[] {
  const cell = slice([19.2, 72]);
  for (const t of [20, 30, 40, 50]) scheduleSpike(cell, 0, t);
  for (const t of [25, 35, 45, 55]) scheduleSpike(cell, 1, t);
  const trace = createTrace(cell, 1);
  const columns = ["V_mV", "Vs_mV", "Ca_A", "s_A", "gA_nS", "gI_nS"];
  const worst = columns.map(() => 0);
  let spikes = 0;
  for (const row of table("golden_trace")) {
    advance(cell, 1, trace);
    spikes += trace.spikeCount;
    const got = [
      trace.soma[0]!,
      trace.dendrite[0]!,
      cell.calcium[0]!,
      cell.glutamate[0]!,
      // The reference is taken before the step's decay.
      cell.scalars[SCALAR.gA]! / cell.factors.gA,
      cell.scalars[SCALAR.gI]! / cell.factors.gI,
    ];
    columns.forEach((column, i) => {
      const wanted = Number(row[column]);
      worst[i] = Math.max(worst[i]!, Math.abs(got[i]! - wanted) / Math.max(Math.abs(wanted), 1e-3));
    });
  }
  return [
    ...columns.map((column, i) => atMost(`${column}, largest relative error`, worst[i]!, 1e-6)),
    near("rho of A at the end", cell.rho[0]!, 0.320747462449, 3e-7, 9),
    near("rho of B at the end", cell.rho[1]!, 0.317964915121, 3e-7, 9),
    near("spikes", spikes, 4, 0, 0),
  ];
}

/** The EPSP of one contact and one spike. */
function unitaryEpsp(): Measure[] {
  const cell = slice([1]);
  const trace = createTrace(cell, 50);
  scheduleSpike(cell, 0, 0);
  advance(cell, 50, trace);
  const peak = Math.max(...trace.soma);
  return [
    near("peak, mV", peak - standardParameters.EL, basics("unitary_EPSP_peak_mV"), 0.005, 4),
    near("time of the peak, ms", trace.soma.indexOf(peak), basics("unitary_EPSP_time_to_peak_ms"), 0, 0),
  ];
}

function facilitation(): Measure[] {
  return [10, 50, 100].map((gap) => {
    const cell = createCell(standardParameters, 1);
    const [first, second] = pairedPulse(gap).map((at) => release(cell, 0, at));
    return near(`second / first at ${gap} ms`, second! / first!, basics(`PPR_release_${gap}ms`), 0.01);
  });
}

/** Fewest contacts of a rested slice that fire the cell, by halving the interval. */
function contactsToFire(spikes: number): number {
  let [silent, fires] = [1, 240];
  while (fires - silent > 0.005) {
    const middle = (silent + fires) / 2;
    if (experiment([middle], protocol([pulses(spikes, 100)])).spikes > 0) fires = middle;
    else silent = middle;
  }
  return fires;
}

export const singleSynapse: readonly Row[] = [
  {
    id: "golden",
    protocol: "two groups, eight spikes, 300 ms, every step",
    literature: "an independent run of the same equations",
    measure: goldenTrace,
  },
  {
    id: "D1",
    protocol: "magnesium unblock B(V), 1 mM",
    literature: "Jahr & Stevens 1990, their formula",
    measure: () =>
      [-70, -40, 0].map((v) => near(`B(${v} mV)`, unblockedFraction(v, 1), basics(`Mg_unblock_B_${v}mV`), 1e-4, 4)),
  },
  { id: "D2", protocol: "EPSP of one contact", literature: "0.1 to 0.3 mV", measure: unitaryEpsp },
  { id: "D3", protocol: "paired pulse, release", literature: "facilitation", measure: facilitation },
  {
    id: "D4",
    protocol: "contacts that fire the cell",
    literature: "none",
    measure: () => [
      near("one volley", contactsToFire(1), basics("contacts_for_spike_single_volley"), 0.5, 2),
      near("burst of 4 at 100 Hz", contactsToFire(4), basics("contacts_for_spike_4x100Hz_burst"), 0.5, 2),
    ],
  },
];
