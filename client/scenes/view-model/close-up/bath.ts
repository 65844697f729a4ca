import type { Conditions } from "../../../../shared/model/conditions.ts";
import { PLUG_LEAVES } from "../traces.ts";
import type { CaptionKey } from "./captions.ts";

/** What drugs in the bath change in the picture: which part of the chain does not happen. */
export interface Bath {
  /** Magnesium outside, mM. */
  magnesium: number;
  /** APV holds the glutamate sites of the NMDA receptors. */
  apv: boolean;
  /** CNQX holds those of the AMPA receptors. */
  cnqx: boolean;
  /** CaMKII does not work. */
  noKinase: boolean;
  /** The region's synapses change by something else than NMDA receptors of this cell. */
  elsewhere: boolean;
}

/** Regions, and the published rule's sets of constants, to which the two locks do not apply (shared/model/pathways.ts). */
const OTHER_MECHANISMS: readonly string[] = ["mossy-fibre", "cerebellum", "aplysia"];
const BARE_RULE = "gb-";
/** Sentences about the two locks and what follows them. */
const OF_THE_LOCKS: readonly CaptionKey[] = [
  "rest",
  "depolarises",
  "magnesium",
  "calcium",
  "kinase",
  "locked",
  "little",
  "noGlutamate",
];

/** In plain bath, with 2 mM, and without, where a trace remains (shared/model/drugs.ts). */
const PLAIN = 1;
const HIGH = 2;
const TRACE = 0.01;
/** Below this the pore is free at any potential. */
const NO_PLUGS = 0.1;

export const plainBath = (): Bath => ({ magnesium: PLAIN, apv: false, cnqx: false, noKinase: false, elsewhere: false });

export function readBath({ drugs, pathway }: Conditions, bath: Bath): void {
  bath.magnesium = drugs.includes("no-magnesium") ? TRACE : drugs.includes("high-magnesium") ? HIGH : PLAIN;
  bath.apv = drugs.includes("apv");
  bath.cnqx = drugs.includes("cnqx");
  bath.noKinase = drugs.includes("camkii-block");
  bath.elsewhere = OTHER_MECHANISMS.includes(pathway) || pathway.startsWith(BARE_RULE);
}

/** Whether there is magnesium to plug anything. */
export const hasPlugs = ({ magnesium }: Bath): boolean => magnesium > NO_PLUGS;

/** Potential at which plugs begin to leave where all glutamate sites are bound, mV. */
export const leavesAtMillivolts = ({ magnesium }: Bath): number =>
  -Math.log(((1 / PLUG_LEAVES - 1) * 3.57) / magnesium) / 0.062;

/** The sentence that is true instead, under a drug or in another region. */
export function captionUnder(bath: Bath, caption: CaptionKey): CaptionKey {
  if (bath.elsewhere && OF_THE_LOCKS.includes(caption)) return "elsewhere";
  if (bath.apv && caption === "locked") return "apv";
  if (bath.cnqx && caption === "ampa") return "cnqx";
  if (bath.noKinase && caption === "little") return "noKinase";
  if (hasPlugs(bath)) return caption;
  const ofPlugs =
    caption === "rest" || caption === "magnesium" || caption === "depolarises" || caption === "noGlutamate";
  return ofPlugs ? "noMagnesium" : caption;
}
