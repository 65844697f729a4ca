import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import { inMode } from "../../shared/lesson/mode.ts";
import { lagOf, type Round } from "../../shared/lesson/round.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import type { Phase } from "../../shared/session/events.ts";
import type { OwnSynapse, TapFeedback } from "../../shared/wire/answers.ts";
import { hasSeat } from "../../shared/wire/seats.ts";
import type { Classroom } from "../net/classroom.ts";
import type { PhoneSynapse } from "../scenes/view-model/synapse-canvas.ts";
import { AT_REST } from "./rest.ts";

/** Taps that the strip around the beat shows. */
const TAPS_SHOWN = 8;

/** One student's neuron, as the page draws it: the classroom's signals, and what follows from them. */
export interface Neuron {
  readonly classroom: Classroom;
  readonly phase: ReadonlySignal<Phase | undefined>;
  /** The round that runs or ran last. */
  readonly round: ReadonlySignal<Round | undefined>;
  /** Whether a round runs and asks this neuron to tap. */
  readonly asked: ReadonlySignal<boolean>;
  /** How long after the class's beat its own comes, ms. */
  readonly lag: ReadonlySignal<number>;
  /** What this phone answered last, and to which question: two may be alike. */
  readonly bet: Signal<{ readonly due: number; readonly option: number } | undefined>;
  /** What became of the last tap in this phase. */
  readonly answer: ReadonlySignal<TapFeedback | undefined>;
  /** This round's last taps, ms from the beat, oldest first. */
  readonly around: ReadonlySignal<readonly number[]>;
  readonly synapse: ReadonlySignal<OwnSynapse>;
  /** The synapse with the last tap on it, for the canvas; times as of performance.now(). */
  readonly drawn: ReadonlySignal<PhoneSynapse>;
  /** @param stamp timeStamp of the event, ms */
  fire(stamp: number): void;
}

export function createNeuron(classroom: Classroom): Neuron {
  const { shared, welcome, feedback } = classroom;
  const phase = computed(() => shared.value?.phase);
  const round = computed(() => {
    const written = standardScript[shared.value?.round ?? -1];
    return written && inMode(written, shared.value?.mode ?? "standard");
  });
  const paused = computed(() => shared.value?.paused ?? false);
  const asked = computed(() => phase.value === "round" && hasSeat(shared.value!.asked, welcome.value?.seat ?? 0));
  const lag = computed(() => lagOf(round.value, welcome.value?.seat ?? 0));
  const answer = signal<TapFeedback | undefined>(undefined);
  const around = signal<readonly number[]>([]);
  const synapse = computed(() => classroom.synapse.value ?? AT_REST);
  const trace = signal({
    tapAt: Number.NEGATIVE_INFINITY,
    answeredAt: Number.NEGATIVE_INFINITY,
    spiked: false,
    calcium: 0,
  });

  effect(() => {
    const fresh = phase.value === "round";
    void round.value;
    void paused.value;
    answer.value = undefined;
    if (fresh && !paused.value) around.value = [];
  });
  effect(() => {
    const latest = feedback.value;
    if (!latest) return;
    answer.value = latest;
    if (latest.fate !== "fired") return;
    const { early, spiked = false, calcium = 0 } = latest;
    untracked(() => {
      if (early !== undefined) around.value = [...around.value, early].slice(-TAPS_SHOWN);
      trace.value = { ...trace.value, answeredAt: performance.now(), spiked, calcium };
    });
  });

  return {
    classroom,
    phase,
    round,
    asked,
    lag,
    bet: signal<{ readonly due: number; readonly option: number } | undefined>(undefined),
    answer,
    around,
    synapse,
    drawn: computed(() => ({ ...synapse.value, ...trace.value })),
    fire(stamp) {
      classroom.tap(stamp);
      // A neuron that is asked to watch keeps its vesicles: the picture must not show what did not happen.
      if (phase.value === "round" && !asked.value) return;
      trace.value = { ...trace.value, tapAt: performance.now() };
    },
  };
}
