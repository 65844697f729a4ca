import type { PlayerTexts } from "../../../shared/locales/replay/player-texts.ts";
import { playerTexts } from "../../ui/player-locale.ts";

/** What a keyboard does here, in the order of use. */
const KEYS: Readonly<Record<keyof PlayerTexts["help"]["keys"], readonly string[]>> = {
  play: ["␣"],
  jkl: ["J", "K", "L"],
  seconds: ["←", "→"],
  tick: [",", ".", "⇧ ←", "⇧ →"],
  tap: ["⇧ ,", "⇧ ."],
  phase: ["↑", "↓"],
  loop: ["[", "]", "\\", "I", "O", "X"],
  bookmark: ["B"],
  notes: ["N"],
  ends: ["Home", "End"],
  screen: ["F"],
  zoom: ["1", "2", "3", "+", "−"],
  help: ["?"],
};

export function KeyList() {
  const texts = playerTexts()?.help.keys;
  if (!texts) return null;
  return (
    <dl class="key-list">
      {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((what) => (
        <div key={what}>
          <dt>
            {KEYS[what].map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{texts[what]}</dd>
        </div>
      ))}
    </dl>
  );
}
