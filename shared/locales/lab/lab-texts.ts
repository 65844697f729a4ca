import type { AxisId, FigureId } from "../../lab/figure.ts";
import type { MarkId, SeriesId, SummaryId } from "../../lab/ids.ts";
import type { SourceId } from "../../lab/published/sources.ts";
import type { DrugId } from "../../model/drugs.ts";
import type { ModuleId } from "../../model/modules.ts";
import type { PathwayId } from "../../model/pathways.ts";
import type { CATALOGUE, ProtocolId } from "../../protocols/catalogue.ts";
import type { SettingUnit } from "../../protocols/setting.ts";

type KeysOf<T> = T extends unknown ? keyof T : never;
/** Every setting that some protocol has. */
export type SettingId = KeysOf<(typeof CATALOGUE)[ProtocolId]["settings"]>;

/** A name, what it is in a sentence, and what must be said along with it. */
export interface Named {
  readonly name: string;
  readonly what: string;
  readonly caveat?: string;
}

/** All texts of the lab, and the names of drugs, regions and mechanisms wherever they are shown. */
export interface LabTexts {
  readonly page: {
    readonly title: string;
    readonly lead: string;
    readonly experiment: string;
    readonly protocol: string;
    readonly pathway: string;
    readonly settings: string;
    readonly drugs: string;
    readonly modules: string;
    readonly more: string;
    readonly seed: string;
    readonly gammaShare: string;
    readonly compare: string;
    readonly versus: string;
    readonly compareNothing: string;
    readonly compareControl: string;
    readonly comparePathway: string;
    readonly run: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly before: string;
    readonly running: string;
    readonly ready: string;
    readonly failed: string;
    readonly wrongLink: string;
    readonly results: string;
    readonly summary: string;
    readonly control: string;
    readonly withDrugs: string;
    readonly exportCsv: string;
    readonly exportSvg: string;
    readonly exportPng: string;
    readonly share: string;
    readonly published: string;
    readonly laboratory: string;
    readonly model: string;
    readonly reported: string;
    readonly signs: { readonly more: string; readonly less: string; readonly same: string };
    readonly figureAs: string;
    readonly caution: string;
    readonly cautionText: string;
    readonly home: string;
    readonly quantity: string;
  };
  readonly drugGroups: {
    readonly receptors: string;
    readonly enzymes: string;
    readonly proteins: string;
    readonly states: string;
  };
  readonly pathwayGroups: { readonly regions: string; readonly sets: string };
  readonly protocols: Readonly<Record<ProtocolId, Named>>;
  readonly settings: Readonly<Record<SettingId, string>>;
  readonly units: Readonly<Record<SettingUnit, string>>;
  readonly drugs: Readonly<Record<DrugId, Named>>;
  readonly modules: Readonly<Record<ModuleId, Named>>;
  readonly pathways: Readonly<Record<PathwayId, Named>>;
  readonly figures: Readonly<Record<FigureId, string>>;
  /** With the unit. */
  readonly axes: Readonly<Record<AxisId, string>>;
  readonly series: Readonly<Record<SeriesId, string>>;
  readonly marks: Readonly<Record<MarkId, string>>;
  readonly summary: Readonly<Record<SummaryId, string>>;
  /** What was done there, where that matters for a comparison. */
  readonly sources: Readonly<Record<SourceId, string>>;
  /** The teacher's laboratory on the stage. */
  readonly panel: {
    readonly title: string;
    readonly close: string;
    readonly region: string;
    readonly regionNew: string;
    readonly regionSure: string;
    readonly yes: string;
    readonly no: string;
    readonly time: string;
    readonly electrode: string;
    readonly at: string;
    readonly everyone: string;
    readonly group: string;
    readonly testPulse: string;
    readonly slowPulses: string;
    readonly serotonin: string;
    readonly plateau: string;
    /** Names the list of conditions. */
    readonly inForce: string;
    readonly waits: string;
    readonly some: string;
    /** What an electrode does. */
    readonly rhythm: { readonly one: string; readonly train: string; readonly bursts: string };
    readonly ofPulses: { readonly one: string; readonly other: string };
    readonly proteins: string;
    readonly tagged: { readonly one: string; readonly other: string };
  };
}
