import { applyPalette, GIFEncoder, quantize } from "gifenc";

export type ToGif =
  | {
      readonly kind: "image";
      readonly rgba: Uint8ClampedArray<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
      readonly delay: number;
    }
  | { readonly kind: "end" };
/** One answer to each message; at the end the whole file. */
export interface FromGif {
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

const COLOURS = 64;

const gif = GIFEncoder();
/** One palette for all, so that what stands still does not flicker. */
let palette: ReturnType<typeof quantize> | undefined;

addEventListener("message", ({ data }: MessageEvent<ToGif>) => {
  if (data.kind === "end") {
    gif.finish();
    return post({ bytes: gif.bytes() });
  }
  const { rgba, width, height, delay } = data;
  palette ??= quantize(rgba, COLOURS);
  gif.writeFrame(applyPalette(rgba, palette), width, height, { palette, delay });
  post({ bytes: undefined });
});

const post = (message: FromGif): void => postMessage(message);
