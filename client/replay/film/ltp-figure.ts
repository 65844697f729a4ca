import type { AxisId, Figure } from "../../../shared/lab/figure.ts";
import type { FigureTexts } from "../../../shared/lab/svg-text.ts";
import type { PlotPoint } from "../../../shared/session/view.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import { fill, language } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { savePicture } from "../../ui/save-picture.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";

/** The units of the time axis: the first of which the class spans no more than so many minutes. */
const UNITS: readonly { readonly axis: AxisId; readonly minutes: number; readonly upTo: number }[] = [
  { axis: "minutes", minutes: 1, upTo: 600 },
  { axis: "hours", minutes: 60, upTo: 6000 },
  { axis: "days", minutes: 1440, upTo: Number.POSITIVE_INFINITY },
];
const GROUPS = ["a", "b"] as const;

/** The LTP curve as a figure: strength of both groups, and beside it how it was or would have been, where that is known. */
export function ltpFigure(plot: readonly PlotPoint[], ghost: readonly PlotPoint[], parting?: number): Figure {
  const longest = Math.max(plot.at(-1)?.minutes ?? 0, ghost.at(-1)?.minutes ?? 0);
  const unit = UNITS.find(({ upTo }) => longest <= upTo)!;
  const series = (points: readonly PlotPoint[], without: boolean) =>
    GROUPS.map((group) => ({
      id: group.toUpperCase(),
      kind: "line" as const,
      x: points.map(({ minutes }) => minutes / unit.minutes),
      y: points.map((point) => point[group]),
      ...(without ? { without } : {}),
    }));
  return {
    ...{ id: "strength", x: unit.axis, y: "percent-of-baseline", baseline: 100 },
    series: [...series(plot, false), ...(ghost.length > 0 ? series(ghost, true) : [])],
    ...(parting === undefined ? {} : { marks: [{ x: parting / unit.minutes, id: "parting" }] }),
  };
}

/** Saves the LTP curve as a picture, with its title and axes. @param ghostIs  which of both courses the ghost is */
export async function saveLtp(name: string, figure: Figure, ghostIs: "was" | "would"): Promise<void> {
  const [words, other, names] = [playerTexts(), whatIfTexts(), labTextsIfThere()];
  if (!words || !other || !names) return;
  const { toSvg } = await import("../../../shared/lab/svg.ts");
  const texts: FigureTexts = {
    title: words.figure.ltp,
    axis: (id) => names.axes[id],
    series: (id) => fill(words.figure.group, { group: id }),
    without: (series) => `${series}, ${other[ghostIs]}`,
    mark: () => other.part,
    reported: (source) => source,
    number: (value) => value.toLocaleString(language.value, { maximumSignificantDigits: 4 }),
  };
  await savePicture(name, toSvg(figure, texts));
}
