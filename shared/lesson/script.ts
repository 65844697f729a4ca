import type { Round } from "./round.ts";
import { baseline } from "./rounds/baseline.ts";
import { bellAgain } from "./rounds/bell-again.ts";
import { bellAlone } from "./rounds/bell-alone.ts";
import { bellAndFood } from "./rounds/bell-and-food.ts";
import { morePictures } from "./rounds/more-pictures.ts";
import { otherBell } from "./rounds/other-bell.ts";
import { otherHalf } from "./rounds/other-half.ts";
import { picture } from "./rounds/picture.ts";
import { recall } from "./rounds/recall.ts";
import { together } from "./rounds/together.ts";
import { tooLate } from "./rounds/too-late.ts";
import { warmUp } from "./rounds/warm-up.ts";
import { weakAlone } from "./rounds/weak-alone.ts";
import { weakAndStrong } from "./rounds/weak-and-strong.ts";
import { whoGrew } from "./rounds/who-grew.ts";

/** All rounds in their usual order; a session refers to them by index, a lesson by id. */
export const standardScript: readonly Round[] = [
  ...[warmUp, baseline, together, whoGrew],
  ...[weakAlone, weakAndStrong],
  ...[bellAlone, bellAndFood, bellAgain, otherBell],
  ...[tooLate, otherHalf],
  ...[picture, morePictures, recall],
];
