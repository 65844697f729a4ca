import type { LabTexts } from "../../../shared/locales/lab/lab-texts.ts";
import type { WhatIfTexts } from "../../../shared/locales/replay/what-if-texts.ts";
import type { Change } from "../../../shared/recording/what-if.ts";
import { share } from "../../ui/format.ts";
import { fill, language } from "../../ui/locale.ts";

/** Changes in words. */
export const changeWords = (changes: readonly Change[], texts: WhatIfTexts, names: LabTexts): string =>
  changes.map((change) => wordsOf(change, texts, names)).join(" · ");

function wordsOf(change: Change, texts: WhatIfTexts, names: LabTexts): string {
  switch (change.kind) {
    case "drug": {
      const { name } = names.drugs[change.drug];
      return change.on ? name : fill(texts.never, { drug: name });
    }
    case "pathway":
      return names.pathways[change.pathway].name;
    case "silent":
      return fill(texts.group, { group: change.group });
    case "tighter":
      return fill(change.percent < 0 ? texts.farther : texts.nearer, {
        percent: share(Math.abs(change.percent) / 100),
      });
    case "slow":
      return change.slowMotion === 1
        ? texts.realTime
        : fill(texts.slowWords, { times: change.slowMotion.toLocaleString(language.value) });
    case "size":
      return fill(texts.sizeWords, { seats: change.seats });
    case "seed":
      return `${texts.chance}: ${fill(texts.seed, { seed: change.seed })}`;
  }
}
