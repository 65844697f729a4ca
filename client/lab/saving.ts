import { toCsv } from "../../shared/lab/csv.ts";
import type { Figure, LabResult } from "../../shared/lab/figure.ts";
import { saveFile } from "../ui/save-file.ts";
import { savePicture } from "../ui/save-picture.ts";
import type { Choice } from "./choice.ts";
import { figureTexts } from "./words.ts";

/** A file's name, without its ending. */
const nameOf = ({ protocol, pathway, drugs, modules }: Choice, more: readonly string[]): string =>
  [protocol, ...(pathway === "ca1" ? [] : [pathway]), ...drugs, ...modules, ...more].join("-");

/** All numbers of the results, the second condition's under its own heading line. */
export function saveCsv(choice: Choice, results: readonly LabResult[]): void {
  results.forEach((result, i) => {
    const name = nameOf(choice, i === 0 ? [] : ["compared"]);
    saveFile(`${name}.csv`, new Blob([toCsv(result)], { type: "text/csv;charset=utf-8" }));
  });
}

/** The drawing's code is fetched when somebody saves one. */
async function drawing(choice: Choice, figure: Figure): Promise<string> {
  const { toSvg } = await import("../../shared/lab/svg.ts");
  return toSvg(figure, figureTexts(figure, choice));
}

export async function saveSvg(choice: Choice, figure: Figure): Promise<void> {
  const svg = await drawing(choice, figure);
  saveFile(`${nameOf(choice, [figure.id])}.svg`, new Blob([svg], { type: "image/svg+xml" }));
}

/** The same drawing as pixels, on white. */
export async function savePng(choice: Choice, figure: Figure): Promise<void> {
  await savePicture(nameOf(choice, [figure.id]), await drawing(choice, figure));
}
