import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { unpackMilestones } from "../../shared/wire/milestones.ts";
import { extrasTexts } from "../ui/extras-locale.ts";
import { seatNumber } from "../ui/format.ts";
import { fill } from "../ui/locale.ts";
import { storyTexts } from "../ui/story-locale.ts";
import type { Neuron } from "./neuron.ts";
import { OwnSeat } from "./own-seat.tsx";
import { canVibrate, listenToWins, soundOn, switchSound, switchVibration, vibrates } from "./senses.ts";
import { nameOf } from "./telling.ts";
import "./extras.css";

/** A milestone stays on the phone for so long, ms. */
const TOLD_MS = 5000;

/** What nobody needs to fire, fetched once the button is there: milestones in words, and the switches of sound and vibration. */
export function Extras({ neuron }: { readonly neuron: Neuron }) {
  useEffect(() => listenToWins(neuron), [neuron]);
  const busy = neuron.phase.value === "round" || neuron.phase.value === "bet";
  return (
    <>
      <News neuron={neuron} />
      {!busy && <Switches />}
      {!busy && neuron.classroom.welcome.value && <OwnSeat neuron={neuron} />}
    </>
  );
}

/** What has just happened for the first time, as the projector tells it. */
function News({ neuron }: { readonly neuron: Neuron }) {
  const { shared, welcome } = neuron.classroom;
  const count = shared.value?.milestones ?? 0;
  const told = useSignal(count);
  useEffect(() => {
    if (told.value >= count) return;
    const timer = setTimeout(() => {
      told.value = count;
    }, TOLD_MS);
    return () => clearTimeout(timer);
  }, [count]);
  const texts = storyTexts();
  const [milestone] = count > told.value ? unpackMilestones(shared.value?.milestone ?? []) : [];
  if (!milestone || !texts) return <p class="news" role="status" />;
  const own = milestone.seat === welcome.value?.seat;
  const name = own ? nameOf(welcome.value) : `#${seatNumber(milestone.seat)}`;
  return (
    <p class="news" role="status" data-testid="news" data-kind={milestone.kind}>
      {fill(texts[milestone.kind], { name, percent: milestone.figure })}
    </p>
  );
}

/** In the free corners below the button, while no round runs: no thumb meets them by mistake. */
function Switches() {
  const texts = extrasTexts();
  if (!texts) return null;
  return (
    <div class="switches">
      {canVibrate ? (
        <button
          type="button"
          data-testid="vibration"
          aria-label={texts.vibration}
          aria-pressed={vibrates.value}
          onClick={switchVibration}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M8 4h8v16H8zM4 9v6M20 9v6" />
            {!vibrates.value && <path d="M3 3l18 18" />}
          </svg>
        </button>
      ) : (
        <span />
      )}
      <button
        type="button"
        data-testid="phone-sound"
        aria-label={texts.sound}
        aria-pressed={soundOn.value}
        onClick={() => void switchSound()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 9v6h4l5 4V5L8 9z" />
          <path d={soundOn.value ? "M16 9c2 2 2 4 0 6M19 6c3 4 3 8 0 12" : "M16 9l5 6M21 9l-5 6"} />
        </svg>
      </button>
    </div>
  );
}
