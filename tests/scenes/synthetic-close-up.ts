import type { Moment } from "../../client/scenes/moment.ts";
import type { DrugId } from "../../shared/model/drugs.ts";
import type { PathwayId } from "../../shared/model/pathways.ts";
import { type Synthetic, syntheticMoment } from "./synthetic.ts";

/** A synthetic moment in which one synapse is in a state of our choice. */
export interface CloseUpCase extends Partial<Synthetic> {
  readonly seat?: number;
  readonly receptors?: number;
  readonly conductance?: number;
  readonly volume?: number;
  readonly tag?: -1 | 0 | 1;
  /** Percent of the most that the cell can make. */
  readonly proteins?: number;
  /** Session ms that pass in a ms on the wall. */
  readonly pace?: number;
  /** Receptors that came or went: how many, and when, session ms. */
  readonly moved?: { readonly by: number; readonly at: number };
  readonly drugs?: readonly DrugId[];
  readonly pathway?: PathwayId;
  /** Transmitter of a lone spike, percent of rest. */
  readonly release?: number;
  /** The others tap alone: no glutamate here. */
  readonly silent?: boolean;
}

export function closeUpMoment(of: CloseUpCase, time: number): Moment {
  const {
    seat = 0,
    seats = 30,
    receptors,
    conductance,
    volume,
    tag = 0,
    proteins = 0,
    silent,
    moved,
    drugs = [],
    pathway = "ca1",
    release = 100,
    ...rest
  } = of;
  const moment = syntheticMoment({ ...rest, seats, ...(silent ? { away: [seat] } : {}) }, time);
  const own = moment.view.seats[seat]!;
  const changed = {
    ...own,
    receptors: receptors ?? own.receptors,
    conductance: conductance ?? own.conductance,
    volume: volume ?? own.volume,
    tag,
    release,
  };
  const to = changed.receptors;
  return {
    ...moment,
    ...(receptors === undefined ? {} : { changes: [] }),
    ...(moved && moved.at <= time ? { changes: [{ time: moved.at, seat, from: to - moved.by, to }] } : {}),
    view: {
      ...moment.view,
      conditions: { ...moment.view.conditions, drugs, pathway },
      proteins,
      seats: moment.view.seats.map((other, i) => (i === seat ? changed : other)),
    },
  };
}
