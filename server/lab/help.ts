import { LANGUAGES } from "../../shared/locales/locale.ts";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { standardParameters } from "../../shared/model/parameters.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { entryOf, PROTOCOLS, type ProtocolId } from "../../shared/protocols/catalogue.ts";
import { FOLDER } from "./options.ts";

const WIDTH = 110;

/** A list of names over as many lines as it takes. */
function list(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + name.length <= WIDTH) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`  ${name}`);
  }
  return lines;
}

function protocol(id: ProtocolId): string[] {
  const { settings, pathway } = entryOf(id);
  const each = Object.entries(settings).map(
    ([name, { default: value, min, max, unit }]) =>
      `${name}=${value} (${unit === "switch" ? "0 or 1" : `${min} to ${max}${unit === "count" ? "" : ` ${unit}`}`})`,
  );
  return [
    `  ${id}${pathway ? ` (pathway ${pathway}, unless another is named)` : ""}`,
    ...list(each).map((line) => `    ${line}`),
  ];
}

/** Everything that the command knows. */
export const help = (): string =>
  [
    "npm run lab -- PROTOCOL [--drug NAME]… [--module NAME]… [--pathway NAME] [--set SETTING=NUMBER]…",
    "                        [--gamma-share N] [--seed N] [--out FOLDER] [--language LANGUAGE] [--alone]",
    "",
    "Performs a laboratory protocol on the model, prints what came of it beside published values, and writes a table (CSV)",
    `and drawings (SVG) to FOLDER (${FOLDER}). With a drug, the same is done without it, too; --alone leaves that out.`,
    "",
    `--gamma-share: the share of early LTP that receptors' activity carries, 0 to 1 (${standardParameters.gammaShare}); the rest is their number.`,
    `Languages: ${LANGUAGES.join(", ")}`,
    "",
    "Protocols and their settings:",
    ...PROTOCOLS.flatMap(protocol),
    "",
    "Drugs, mutants and states:",
    ...list(DRUGS),
    "",
    "Pathways:",
    ...list(PATHWAYS),
    "",
    "Modules (optional mechanisms of the model):",
    ...list(MODULES),
  ].join("\n");
