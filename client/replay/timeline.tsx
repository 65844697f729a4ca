import type { Round } from "../../shared/lesson/round.ts";
import { fill, texts } from "../ui/locale.ts";
import { clockTime } from "./clock.ts";
import type { Player, TimelineMark } from "./player.ts";

/** A mark whose words would run into the next one keeps only its tick: least distance, share of the timeline. */
const WORDS_APART = 0.11;

/** The whole class on one line: a real slider, with its rounds and lapses above it. */
export function Timeline({ player, script }: { readonly player: Player; readonly script: readonly Round[] }) {
  const { replay } = texts();
  const { length, marks, time } = player;
  const placed = withRoom(marks.value, length.value);
  return (
    <div class="timeline">
      <div class="marks" aria-hidden="true">
        {placed.map(({ mark, words }) => (
          <span
            key={`${mark.kind} ${mark.time}`}
            class={`mark-${mark.kind}`}
            style={{ left: `${(100 * mark.time) / Math.max(1, length.value)}%` }}
          >
            {words && labelOf(mark, script)}
          </span>
        ))}
      </div>
      <input
        type="range"
        data-testid="seek"
        aria-label={replay.seek}
        aria-valuetext={fill(replay.at, { time: clockTime(time.value), length: clockTime(length.value) })}
        min={0}
        max={length.value}
        step={40}
        value={time.value}
        onInput={(event) => player.seek(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function labelOf(mark: TimelineMark, script: readonly Round[]): string {
  const { replay, rounds } = texts();
  if (mark.kind !== "round") return replay.marks[mark.kind];
  const round = script[mark.round];
  return round ? rounds[round.id].title : "";
}

/** Rounds get their words first; the others where there is room between them. */
function withRoom(marks: readonly TimelineMark[], length: number): { mark: TimelineMark; words: boolean }[] {
  const taken: number[] = [];
  const claim = (mark: TimelineMark): boolean => {
    const at = mark.time / Math.max(1, length);
    if (taken.some((other) => Math.abs(other - at) < WORDS_APART)) return false;
    taken.push(at);
    return true;
  };
  const worded = new Set(marks.filter((mark) => mark.kind === "round").filter(claim));
  return marks.map((mark) => ({ mark, words: worded.has(mark) }));
}
