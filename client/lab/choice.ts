import type { LabRequest } from "../../shared/lab/request.ts";
import { DRUGS, type DrugId } from "../../shared/model/drugs.ts";
import { MODULES, type ModuleId } from "../../shared/model/modules.ts";
import { PATHWAYS, type PathwayId } from "../../shared/model/pathways.ts";
import { entryOf, PROTOCOLS, type ProtocolId } from "../../shared/protocols/catalogue.ts";

/** What the second condition is: nothing, the same without drugs, or the same in another region. */
export type Against = "nothing" | "control" | PathwayId;

/** Everything that the form says, and that the page's address holds. */
export interface Choice extends LabRequest {
  /** Undefined while the user has not said: without drugs, if there are any. */
  readonly against?: Against | undefined;
}

export const STANDARD_CHOICE: Choice = {
  protocol: "tetanus",
  pathway: "ca1",
  drugs: [],
  modules: [],
  seed: 1,
  settings: {},
};

/** What the second condition comes to. */
export const againstOf = ({ against, drugs }: Choice): Against => against ?? (drugs.length > 0 ? "control" : "nothing");

/** The experiments to run: the chosen one, and the second condition if there is one that differs. */
export function requestsOf(choice: Choice): readonly LabRequest[] {
  const { against: _, ...request } = choice;
  const against = againstOf(choice);
  if (against === "nothing") return [request];
  if (against === "control") return choice.drugs.length === 0 ? [request] : [request, { ...request, drugs: [] }];
  return against === choice.pathway ? [request] : [request, { ...request, pathway: against }];
}

/** The address's query for a choice; what is standard is left out. */
export function queryOf(choice: Choice): string {
  const query = new URLSearchParams();
  query.set("protocol", choice.protocol);
  if (choice.pathway !== "ca1") query.set("pathway", choice.pathway);
  for (const drug of choice.drugs) query.append("drug", drug);
  for (const module of choice.modules) query.append("module", module);
  if (choice.seed !== STANDARD_CHOICE.seed) query.set("seed", String(choice.seed));
  if (choice.gammaShare !== undefined) query.set("gamma-share", String(choice.gammaShare));
  for (const [id, value] of Object.entries(choice.settings)) query.append("set", `${id}:${value}`);
  if (choice.against) query.set("against", choice.against);
  return `?${query}`;
}

/** What an address asks for, and what of it there is not: the rest holds. */
export function choiceOf(search: string): { readonly choice: Choice; readonly faults: readonly string[] } {
  const query = new URLSearchParams(search);
  const faults: string[] = [];
  const known = <T extends string>(value: string, all: readonly T[]): T[] => {
    const found = all.find((each) => each === value);
    if (found === undefined) faults.push(`“${value}” (${all.join(", ")})`);
    return found === undefined ? [] : [found];
  };
  const one = <T extends string>(name: string, all: readonly T[]): T | undefined => {
    const value = query.get(name);
    return value === null ? undefined : known(value, all)[0];
  };
  const several = <T extends string>(name: string, all: readonly T[]): readonly T[] => {
    const given = query.getAll(name).flatMap((value) => known(value, all));
    return all.filter((each) => given.includes(each));
  };
  const protocol: ProtocolId = one("protocol", PROTOCOLS) ?? STANDARD_CHOICE.protocol;
  const drugs: readonly DrugId[] = several("drug", DRUGS);
  const modules: readonly ModuleId[] = several("module", MODULES);
  const choice: Choice = {
    protocol,
    pathway: one("pathway", PATHWAYS) ?? entryOf(protocol).pathway ?? STANDARD_CHOICE.pathway,
    drugs,
    modules,
    seed: seedOf(query.get("seed"), faults),
    settings: settingsOf(protocol, query.getAll("set"), faults),
    ...gammaShareOf(query.get("gamma-share"), faults),
    against: one("against", ["nothing", "control", ...PATHWAYS] as const),
  };
  return { choice, faults };
}

/** The highest seed: 32 bits. */
const MOST_SEED = 0xffffffff;

function seedOf(text: string | null, faults: string[]): number {
  if (text === null) return STANDARD_CHOICE.seed;
  const seed = Number(text);
  if (Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED) return seed;
  faults.push(`“${text}” (0 – ${MOST_SEED})`);
  return STANDARD_CHOICE.seed;
}

function gammaShareOf(text: string | null, faults: string[]): Pick<LabRequest, "gammaShare"> {
  if (text === null) return {};
  const gammaShare = Number(text);
  if (text !== "" && gammaShare >= 0 && gammaShare <= 1) return { gammaShare };
  faults.push(`“${text}” (0 – 1)`);
  return {};
}

function settingsOf(protocol: ProtocolId, pairs: readonly string[], faults: string[]): Record<string, number> {
  const { settings } = entryOf(protocol);
  const chosen: Record<string, number> = {};
  for (const pair of pairs) {
    const [id = "", text = ""] = pair.split(":");
    const setting = settings[id];
    const value = Number(text);
    if (!setting) faults.push(`“${id}” (${Object.keys(settings).join(", ")})`);
    else if (text === "" || !(value >= setting.min && value <= setting.max)) {
      faults.push(`“${pair}” (${setting.min} – ${setting.max})`);
    } else chosen[id] = Number.isInteger(setting.step) ? Math.round(value) : value;
  }
  return chosen;
}
