import type { Player } from "../player.ts";
import type { Loop } from "../transport.ts";
import type { FromGif, ToGif } from "./gif-worker.ts";
import { type Pictures, type Screen, screen, type Titles } from "./screen.ts";

export const KINDS = ["webm", "gif"] as const;
export type FilmKind = (typeof KINDS)[number];

/** Longest films, ms on the wall: what one shows a class, and what a browser holds without trouble (some 40 MB). */
const LONGEST: Readonly<Record<FilmKind, number>> = { webm: 120_000, gif: 20_000 };
const WIDTH: Readonly<Record<FilmKind, number>> = { webm: 1280, gif: 640 };
const BITS_PER_SECOND = 2_500_000;
/** Between two images of an animated one, ms. */
const IMAGE_MS = 80;
/** The lighter encoder first: a school's computer draws the class meanwhile. */
const FORMATS = ["video/webm;codecs=vp8", "video/webm"];
/** The recorder is given so long for the last image, ms. */
const LAST_MS = 250;

/** The films that this browser can make. */
export const kinds = (): readonly FilmKind[] => (formatOf() === undefined ? ["gif"] : KINDS);

const formatOf = (): string | undefined =>
  typeof MediaRecorder === "undefined" ? undefined : FORMATS.find((format) => MediaRecorder.isTypeSupported(format));

/** Whether a part is short enough at this speed. */
export const fits = (kind: FilmKind, { from, to }: Loop, speed: number): boolean =>
  (to - from) / speed <= LONGEST[kind];

export interface Shoot {
  readonly player: Player;
  readonly pictures: Pictures;
  readonly titles: Titles;
  readonly range: Loop;
  readonly progress: (share: number) => void;
  readonly cancel: AbortSignal;
}

/** Films a part of the class as it is shown. @returns undefined when it was given up @throws where the browser cannot */
export async function film(kind: FilmKind, shoot: Shoot): Promise<Blob | undefined> {
  const { player, pictures, titles } = shoot;
  const stage = screen(player, pictures, titles, WIDTH[kind]);
  const [ends, time] = [player.ends.peek(), player.time.peek()];
  player.playing.value = false;
  // The tape must not come round while it is filmed.
  player.setLoop({});
  try {
    return await (kind === "webm" ? webm(stage, shoot) : gif(stage, shoot));
  } finally {
    player.playing.value = false;
    player.setLoop(ends);
    player.seek(time);
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Goes to an instant, and waits until the page shows it. */
async function arrive(player: Player, time: number, cancel: AbortSignal): Promise<void> {
  player.seek(time);
  while (player.moment.peek()?.time !== player.time.peek() && !cancel.aborted) await nextFrame();
}

/** As it plays: the browser's own recorder takes what is drawn. */
async function webm(stage: Screen, { player, range, progress, cancel }: Shoot): Promise<Blob | undefined> {
  await arrive(player, range.from, cancel);
  stage.draw();
  const mimeType = formatOf()!;
  const recorder = new MediaRecorder(stage.canvas.captureStream(30), { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.addEventListener("stop", () => resolve());
    recorder.addEventListener("error", () => reject(new Error("the browser's recorder failed")));
  });
  recorder.start(1000);
  player.toggle();
  while (!cancel.aborted && player.playing.peek() && player.time.peek() < range.to) {
    await nextFrame();
    stage.draw();
    progress((player.time.peek() - range.from) / (range.to - range.from));
  }
  await new Promise((done) => setTimeout(done, LAST_MS));
  recorder.stop();
  await stopped;
  if (cancel.aborted) return undefined;
  const film = new Blob(parts, { type: "video/webm" });
  if (film.size === 0) throw new Error("the browser's recorder gave nothing");
  return film;
}

/** Image by image, at leisure; a worker packs them. */
async function gif(stage: Screen, { player, range, progress, cancel }: Shoot): Promise<Blob | undefined> {
  const { width, height } = stage.canvas;
  const worker = new Worker(new URL("./gif-worker.ts", import.meta.url), { type: "module" });
  const answer = (): Promise<FromGif> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromGif>) => resolve(data);
      worker.onerror = () => reject(new Error("the image could not be packed"));
    });
  const ask = (message: ToGif, transfer: Transferable[] = []): Promise<FromGif> => {
    const answered = answer();
    worker.postMessage(message, transfer);
    return answered;
  };
  try {
    const every = IMAGE_MS * player.speed.peek();
    for (let time = range.from; time <= range.to; time += every) {
      await arrive(player, time, cancel);
      if (cancel.aborted) return undefined;
      stage.draw();
      const { data } = stage.canvas.getContext("2d")!.getImageData(0, 0, width, height);
      await ask({ kind: "image", rgba: data, width, height, delay: IMAGE_MS }, [data.buffer]);
      progress((time - range.from) / (range.to - range.from));
    }
    const { bytes } = await ask({ kind: "end" });
    return bytes && new Blob([bytes], { type: "image/gif" });
  } finally {
    worker.terminate();
  }
}
