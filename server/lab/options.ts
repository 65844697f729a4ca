import { parseArgs } from "node:util";
import type { LabRequest } from "../../shared/lab/request.ts";
import { checkRequest } from "../../shared/lab/run.ts";
import { LANGUAGES, type Language } from "../../shared/locales/locale.ts";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { known } from "../../shared/model/names.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { entryOf, PROTOCOLS, settingsOf } from "../../shared/protocols/catalogue.ts";

/** What the command was asked for. */
export interface Options {
  readonly request: LabRequest;
  readonly folder: string;
  readonly language: Language;
  /** Whether the same experiment without the drugs is made, too. */
  readonly compare: boolean;
}

/** Where files go unless `--out` says otherwise: from where the command was called. */
export const FOLDER = "lab-results";

const OPTIONS = {
  drug: { type: "string", multiple: true },
  module: { type: "string", multiple: true },
  pathway: { type: "string" },
  seed: { type: "string" },
  set: { type: "string", multiple: true },
  "gamma-share": { type: "string" },
  out: { type: "string" },
  language: { type: "string" },
  alone: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** A command line that cannot be; its message says what is allowed. */
export class UsageError extends Error {}

/** @returns what was asked for, or "help" @throws UsageError, RangeError */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parsed(args);
  if (values.help) return "help";
  const [name, ...rest] = positionals;
  if (name === undefined) throw new UsageError(`which protocol? There are ${PROTOCOLS.join(", ")}`);
  if (rest.length > 0) throw new UsageError(`one protocol at a time: "${rest[0]}" is too many`);
  const protocol = known("protocol", name, PROTOCOLS);
  const share = values["gamma-share"];
  const request: LabRequest = {
    protocol,
    pathway: known("pathway", values.pathway ?? entryOf(protocol).pathway ?? PATHWAYS[0], PATHWAYS),
    drugs: each("drug", values.drug, DRUGS),
    modules: each("module", values.module, MODULES),
    seed: values.seed === undefined ? 1 : numberOf("seed", values.seed),
    settings: settingsOf(protocol, Object.fromEntries((values.set ?? []).map(assignment))),
    ...(share === undefined ? {} : { gammaShare: numberOf("gamma-share", share) }),
  };
  checkRequest(request);
  return {
    request,
    folder: values.out ?? FOLDER,
    language: known("language", values.language ?? LANGUAGES[0], LANGUAGES),
    compare: request.drugs.length > 0 && !values.alone,
  };
}

/** Names of a list, each once. */
const each = <T extends string>(what: string, given: readonly string[] = [], all: readonly T[]): readonly T[] => [
  ...new Set(given.map((name) => known(what, name, all))),
];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(complaintOf(error.message));
    throw error;
  }
}

/** What parseArgs stumbled over, in one sentence that names what is allowed. */
function complaintOf(message: string): string {
  const said = message.split(/\. |\.?\n/)[0]!;
  const option = /--[\w-]+/.exec(said)?.[0] ?? "";
  if (said.startsWith("Unknown option")) return `${said}: there are --${Object.keys(OPTIONS).join(", --")}`;
  if (/missing|ambiguous/.test(said)) {
    return `${option} needs a value; one that begins with a dash is written like ${option}=-1`;
  }
  return said;
}

function assignment(text: string): [string, number] {
  const [id, value, ...rest] = text.split("=");
  if (id === undefined || value === undefined || rest.length > 0) {
    throw new UsageError(`--set ${text}: a setting and its number, such as --set gap=0.5`);
  }
  return [id, numberOf(id, value)];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function numberOf(what: string, text: string): number {
  if (!NUMBER.test(text)) throw new UsageError(`${what} = ${text}: a number, with a point for decimals`);
  return Number(text);
}
