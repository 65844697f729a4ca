import { toCsv } from "../../shared/lab/csv.ts";
import type { Figure, LabResult } from "../../shared/lab/figure.ts";
import { saveFile } from "../ui/save-file.ts";
import type { Choice } from "./choice.ts";
import { figureTexts } from "./words.ts";

/** Pixels of a saved picture for each of the drawing's: sharp on paper. */
const PNG_SCALE = 2;

const nameOf = ({ protocol, pathway, drugs, modules }: Choice, more: readonly string[], type: string): string =>
  `${[protocol, ...(pathway === "ca1" ? [] : [pathway]), ...drugs, ...modules, ...more].join("-")}.${type}`;

/** All numbers of the results, the second condition's under its own heading line. */
export function saveCsv(choice: Choice, results: readonly LabResult[]): void {
  results.forEach((result, i) => {
    const name = nameOf(choice, i === 0 ? [] : ["compared"], "csv");
    saveFile(name, new Blob([toCsv(result)], { type: "text/csv;charset=utf-8" }));
  });
}

/** The drawing's code is fetched when somebody saves one. */
async function drawing(choice: Choice, figure: Figure): Promise<string> {
  const { toSvg } = await import("../../shared/lab/svg.ts");
  return toSvg(figure, figureTexts(figure, choice));
}

export async function saveSvg(choice: Choice, figure: Figure): Promise<void> {
  const svg = await drawing(choice, figure);
  saveFile(nameOf(choice, [figure.id], "svg"), new Blob([svg], { type: "image/svg+xml" }));
}

/** The same drawing as pixels, on white. */
export async function savePng(choice: Choice, figure: Figure): Promise<void> {
  const svg = await drawing(choice, figure);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PNG_SCALE * image.naturalWidth;
  canvas.height = PNG_SCALE * image.naturalHeight;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) saveFile(nameOf(choice, [figure.id], "png"), blob);
}
