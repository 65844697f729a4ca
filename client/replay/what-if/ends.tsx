import type { ClassView } from "../../../shared/session/view.ts";
import { latest, receptorsWon } from "../../stage/figures.ts";
import { signed } from "../../ui/format.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";

interface EndsProps {
  readonly was: ClassView | undefined;
  readonly would: ClassView | undefined;
  /** At an instant of the class, not at its end: how well its last beat was met, too. */
  readonly live?: boolean;
}

/** How the class ended (or stands), beside how it would have. */
export function Ends({ was, would, live = false }: EndsProps) {
  const texts = whatIfTexts();
  if (!texts || !was || !would) return null;
  const names = live ? texts.now : texts;
  const rows: readonly (readonly [string, (view: ClassView) => string])[] = [
    [names.receptors, (view) => signed(receptorsWon(view))],
    [names.strength, live ? (view) => strengths(view).join(" · ") : (view) => percent(strengths(view).join(" · "))],
    [names.needed, (view) => percent(view.needed)],
    [names.spikes, (view) => String(view.cellSpikes)],
    ...(live ? [[texts.now.synchrony, synchrony] as const] : []),
  ];
  return (
    <table class="ends" data-testid={live ? "what-if-now" : "what-if-ends"}>
      <thead>
        <tr>
          <td />
          <th scope="col">{texts.was}</th>
          <th scope="col">{texts.would}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, figure]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{figure(was)}</td>
            <td>{figure(would)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The space is narrow, and never a line's end. */
const percent = (n: number | string): string => `${n}\u202f%`;
const synchrony = (view: ClassView): string => (view.synchrony < 0 ? "–" : percent(view.synchrony));

function strengths(view: ClassView): number[] {
  const { a, b } = latest(view.plot);
  return [Math.round(a), Math.round(b)];
}
