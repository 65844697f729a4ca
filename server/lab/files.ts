import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "../../shared/lab/csv.ts";
import type { LabResult } from "../../shared/lab/figure.ts";
import type { LabRequest } from "../../shared/lab/request.ts";
import { toSvg } from "../../shared/lab/svg.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { figureTexts, type Words } from "./words.ts";

/** What files of an experiment are called: its protocol, and its conditions where they are not the standard ones. */
export const baseName = ({ protocol, pathway, drugs, modules, gammaShare }: LabRequest): string =>
  [
    ...[protocol, ...(pathway === PATHWAYS[0] ? [] : [pathway]), ...drugs, ...modules],
    ...(gammaShare === undefined ? [] : [`gamma-${gammaShare}`]),
  ].join("-");

/** A table of each result, and a drawing of each figure. @returns the paths, in the order they were written */
export function writeFiles(folder: string, tables: readonly LabResult[], drawn: LabResult, words: Words): string[] {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  const write = (name: string, text: string): void => {
    const path = join(folder, name);
    writeFileSync(path, text);
    paths.push(path);
  };
  for (const result of tables) write(`${baseName(result.request)}.csv`, toCsv(result));
  for (const figure of drawn.figures) {
    const texts = figureTexts(words, figure.id, drawn.request);
    write(`${baseName(drawn.request)}-${figure.id}.svg`, toSvg(figure, texts));
  }
  return paths;
}
