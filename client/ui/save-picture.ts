import { saveFile } from "./save-file.ts";

/** Pixels of a saved picture for each of the drawing's: sharp on paper. */
export const PNG_SCALE = 2;

/** Hands the browser an SVG drawing to save as pixels. @param name  without its ending */
export async function savePicture(name: string, svg: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PNG_SCALE * image.naturalWidth;
  canvas.height = PNG_SCALE * image.naturalHeight;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  await saveCanvas(name, canvas);
}

/** Hands the browser a canvas to save as PNG. @param name  without its ending */
export async function saveCanvas(name: string, canvas: HTMLCanvasElement): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) saveFile(`${name}.png`, blob);
}
