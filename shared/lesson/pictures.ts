import { stream } from "../model/random.ts";
import { type Pattern, sample } from "../protocols/willshaw.ts";
import type { PictureTask } from "./picture-task.ts";

/** Pictures that a class stores in itself: which neurons are in one, and which are cued. */

/** Neurons of which a class can store pictures: two in a picture, and as many beside it. */
export const FEWEST_NEURONS = 4;

/** How many of n neurons a picture has: about a fifth, as the capacities in MODEL.md are for; two at least. */
export const pictureSize = (n: number): number => Math.max(n < 7 ? 2 : 3, Math.round(n / 5));

/**
 * A new picture. Where chance is held back everybody is in one soon, and pictures share as few neurons as can be.
 * @param seats who is here
 * @returns in an order that chance made: the first half is the cue
 */
export function drawPicture(
  seats: readonly number[],
  pictures: readonly Pattern[],
  { random: byChance }: Pick<PictureTask, "random">,
  seed: number,
): number[] {
  const random = stream(seed, PICTURE_STREAM + pictures.length);
  const used = (seat: number): number => (byChance ? 0 : pictures.filter((picture) => picture.includes(seat)).length);
  const chosen = sample(seats, seats.length, random)
    .sort((a, b) => used(a) - used(b))
    .slice(0, pictureSize(seats.length));
  return sample(chosen, chosen.length, random);
}
const PICTURE_STREAM = 0x91c0;

/** The part of a picture that is cued: half of it. */
export const cueOf = (picture: Pattern): Pattern => picture.slice(0, Math.floor(picture.length / 2));

/** Which of the stored pictures are cued in a round: the first, the last, and those evenly between. */
export function cuedPictures(stored: number, cued: number): number[] {
  const count = Math.min(stored, cued);
  return Array.from({ length: cued }, (_, i) =>
    count === 1 ? 0 : Math.round(((i % count) * (stored - 1)) / (count - 1)),
  );
}
