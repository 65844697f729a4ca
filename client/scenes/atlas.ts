import type Phaser from "phaser";

/** A texture that holds many small pictures, drawn once and then only copied: one upload, one batch. */

interface Drawing {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Drawings of one sheet share a canvas, where the Canvas renderer draws: browsers copy slowly from large ones. */
  readonly sheet: string;
  /** Draws around the origin, which is the middle of the frame. */
  readonly draw: (brush: CanvasRenderingContext2D) => void;
}

export interface Atlas {
  /** Adds a drawing of this size, px, to be baked. */
  add(name: string, width: number, height: number, draw: Drawing["draw"], sheet?: string): void;
  /** Bakes all drawings into a texture of the game under `key`. */
  bake(textures: Phaser.Textures.TextureManager, key: string): Phaser.Textures.Texture;
}

/** Free pixels between frames, so that a scaled one does not show its neighbour. */
const GUTTER = 2;

/**
 * Whether Phaser's Canvas renderer draws. WebGL wants one sheet a texture: it batches by it, and frames of several sources
 * came out cut.
 */
export const drawsOnCanvas = ({ game }: Phaser.Textures.TextureManager): boolean => game.renderer.type === 1;

/** @param apart  a sheet for each drawing: for few and large ones */
export function newAtlas(apart = false): Atlas {
  const drawings: Drawing[] = [];
  return {
    add: (name, width, height, draw, sheet = apart ? name : "") => {
      drawings.push({ name, width: Math.ceil(width), height: Math.ceil(height), draw, sheet });
    },
    bake: (textures, key) => {
      const names = [...new Set(drawings.map(({ sheet }) => sheet))];
      const sheets = drawsOnCanvas(textures)
        ? names.map((name) => bakeSheet(drawings.filter(({ sheet }) => sheet === name)))
        : [bakeSheet(drawings)];
      const [first, ...more] = sheets.map(({ canvas }) => canvas);
      const texture = addTexture(textures, key, first!, ...more);
      for (const [source, { drawings, places }] of sheets.entries()) {
        for (const [i, { name, width, height }] of drawings.entries()) {
          texture.add(name, source, places[i]!.x, places[i]!.y, width, height);
        }
      }
      return texture;
    },
  };
}

function bakeSheet(drawings: readonly Drawing[]) {
  const { places, width, height } = shelves(drawings);
  const canvas = newCanvas(width, height);
  const brush = canvas.getContext("2d")!;
  for (const [i, drawing] of drawings.entries()) {
    const { x, y } = places[i]!;
    brush.save();
    brush.beginPath();
    brush.rect(x, y, drawing.width, drawing.height);
    brush.clip();
    brush.translate(x + drawing.width / 2, y + drawing.height / 2);
    drawing.draw(brush);
    brush.restore();
  }
  return { drawings, places, canvas };
}

/** Tallest first, in rows of about a square's width. */
function shelves(drawings: readonly Drawing[]): { places: { x: number; y: number }[]; width: number; height: number } {
  const area = drawings.reduce((sum, d) => sum + (d.width + GUTTER) * (d.height + GUTTER), 0);
  const width = Math.max(256, Math.ceil(Math.sqrt(area * 1.15)), ...drawings.map((d) => d.width + 2 * GUTTER));
  const order = drawings.map((_, i) => i).sort((a, b) => drawings[b]!.height - drawings[a]!.height);
  const places: { x: number; y: number }[] = [];
  let [x, y, shelf] = [GUTTER, GUTTER, 0];
  for (const i of order) {
    const drawing = drawings[i]!;
    if (x + drawing.width + GUTTER > width) {
      x = GUTTER;
      y += shelf + GUTTER;
      shelf = 0;
    }
    places[i] = { x, y };
    x += drawing.width + GUTTER;
    shelf = Math.max(shelf, drawing.height);
  }
  return { places, width, height: y + shelf + GUTTER };
}

export function newCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}

/**
 * Registers a canvas as a texture. Not textures.createCanvas: that reads every pixel back into memory, which costs
 * tens of ms for a full screen.
 */
export function addTexture(
  textures: Phaser.Textures.TextureManager,
  key: string,
  canvas: HTMLCanvasElement,
  ...more: HTMLCanvasElement[]
): Phaser.Textures.Texture {
  if (textures.exists(key)) textures.remove(key);
  const texture = textures.create(key, [canvas, ...more] as unknown as HTMLImageElement[]);
  if (texture === null) throw new Error(`texture ${key} exists already`);
  texture.add("__BASE", 0, 0, 0, canvas.width, canvas.height);
  return texture;
}
