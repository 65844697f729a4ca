import type { ClassView } from "../../../shared/session/view.ts";
import { latest, receptorsWon } from "../../stage/figures.ts";
import { signed } from "../../ui/format.ts";
import { whatIfTexts } from "../../ui/what-if-locale.ts";
import type { Upshot } from "../messages.ts";

/** How the class ended, beside how it would have. */
export function Ends({ upshot: { was, would } }: { readonly upshot: Upshot }) {
  const texts = whatIfTexts();
  if (!texts || !was || !would) return null;
  const rows: readonly (readonly [string, (view: ClassView) => string])[] = [
    [texts.receptors, (view) => signed(receptorsWon(view))],
    [texts.strength, strength],
    [texts.needed, (view) => `${view.needed}\u202f%`],
    [texts.spikes, (view) => String(view.cellSpikes)],
  ];
  return (
    <table data-testid="what-if-ends">
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

function strength(view: ClassView): string {
  const { a, b } = latest(view.plot);
  return `${Math.round(a)} · ${Math.round(b)}\u202f%`;
}
