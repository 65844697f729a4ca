import type { Stage } from "../../scenes/stage.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";

/** The pictures of the page: of the class as it was, and of the one beside it. */
export interface Pictures {
  was?: Stage;
  would?: Stage;
}

/** Words on a film: what goes on, and whose each picture is where there are two. */
export interface Titles {
  readonly title: () => string;
  readonly sides: readonly string[];
}

/** What is filmed, drawn frame by frame on a canvas of its own. */
export interface Screen {
  readonly canvas: HTMLCanvasElement;
  /** Draws what the page shows now. */
  draw(): void;
}

/** Height of the line above the picture, of the canvas's height. */
const HEAD = 0.07;

/** @param width  of the film, px; its height follows from the pictures */
export function screen(player: Player, pictures: Pictures, titles: Titles, width: number): Screen {
  const seen = [...document.querySelectorAll<HTMLCanvasElement>(".worlds-seen .scene canvas")].filter(
    (canvas) => canvas.clientWidth > 0,
  );
  const across = seen.reduce((sum, canvas) => sum + canvas.width, 0) || width;
  const picture = Math.round((width * Math.max(...seen.map(({ height }) => height), 1)) / across);
  const head = Math.round((HEAD * picture) / (1 - HEAD)) + (picture % 2);
  const canvas = document.createElement("canvas");
  // Encoders want whole pairs of pixels.
  canvas.width = width - (width % 2);
  canvas.height = picture + head - ((picture + head) % 2);
  const pen = canvas.getContext("2d")!;
  return {
    canvas,
    draw() {
      const [moment, beside] = [player.moment.peek(), player.beside.peek()];
      // A picture's pixels are there only until the browser has shown them: it is drawn anew, then copied at once.
      if (moment) pictures.was?.render(moment, player.speed.peek());
      if (beside && seen.length > 1) pictures.would?.render(beside, player.speed.peek());
      pen.fillStyle = "#0b1020";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      let x = 0;
      seen.forEach((source, i) => {
        const [w, h] = [(width * source.width) / across, (width * source.height) / across];
        pen.drawImage(source, x, head, w, h);
        if (seen.length > 1) write(pen, titles.sides[i] ?? "", x + head / 2, head * 1.6, head * 0.5);
        x += w;
      });
      write(pen, titles.title(), head / 2, head / 2, head * 0.6);
      pen.textAlign = "right";
      write(pen, clockTime(player.time.peek()), width - head / 2, head / 2, head * 0.6);
      pen.textAlign = "left";
    },
  };
}

function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number, size: number): void {
  pen.font = `700 ${Math.round(size)}px "Atkinson Hyperlegible", sans-serif`;
  pen.textBaseline = "middle";
  pen.fillStyle = "#ffffff";
  pen.fillText(text, x, y);
}
