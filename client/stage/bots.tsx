import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { MAX_SEATS } from "../../shared/session/events.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import type { Desk } from "./desk.ts";

/** Most SD of a bot's tap around the beat, ms. */
const MOST_JITTER_MS = 250;
/** Clicks that follow each other this quickly become one command, ms. */
const GATHER_MS = 150;
/** How long the wished number shows before the class's own counts again, ms. */
const TRUST_MS = 1500;

/** Bot neurons to rehearse with, or to fill a small class: how many, and how unsteady. */
export function BotsControl({ desk, view }: { readonly desk: Desk; readonly view: ClassView }) {
  const wished = useSignal<number | undefined>(undefined);
  /** What the hand at the slider wants, until the class has it. */
  const wanted = useSignal<number | undefined>(undefined);
  const jitter = wanted.value ?? view.jitter;
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const { bar } = wallTexts().stage;
  const bots = view.seats.filter((seat) => seat.bot && seat.connected).length;
  const people = view.seats.filter((seat) => !seat.bot).length;
  const shown = wished.value ?? bots;

  const clear = (): void => timers.current.forEach(clearTimeout);
  useEffect(() => clear, []);

  function wish(count: number): void {
    wished.value = Math.max(0, Math.min(MAX_SEATS - people, count));
    clear();
    timers.current = [
      setTimeout(() => void desk.setBots(wished.value ?? bots, jitter), GATHER_MS),
      setTimeout(() => {
        wished.value = undefined;
      }, TRUST_MS),
    ];
  }

  return (
    <fieldset class="bots">
      <legend class="visually-hidden">{bar.bots}</legend>
      <button type="button" data-testid="bots-fewer" aria-label={bar.fewerBots} onClick={() => wish(shown - 1)}>
        −
      </button>
      <output>
        <b>{shown}</b> {bar.bots.toLocaleLowerCase()}
      </output>
      <button type="button" data-testid="bots-more" aria-label={bar.moreBots} onClick={() => wish(shown + 1)}>
        +
      </button>
      <label>
        <span class="visually-hidden">{bar.jitter}</span>
        <input
          type="range"
          data-testid="jitter"
          min={0}
          max={MOST_JITTER_MS}
          step={5}
          value={jitter}
          aria-valuetext={fill(bar.jitterIs, { ms: jitter })}
          onInput={(event) => {
            wanted.value = event.currentTarget.valueAsNumber;
          }}
          onChange={async () => {
            await desk.setBots(shown, jitter);
            // By then the class's own figure is the same, or the command was refused.
            setTimeout(() => {
              wanted.value = undefined;
            }, TRUST_MS);
          }}
        />
        <span aria-hidden="true">{fill(bar.jitterIs, { ms: jitter })}</span>
      </label>
    </fieldset>
  );
}
