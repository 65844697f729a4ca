import type { Round } from "../../shared/lesson/round.ts";
import { fill, texts } from "../ui/locale.ts";
import { clockTime } from "./clock.ts";
import type { Player, TimelineMark } from "./player.ts";

/** A mark with less room than this keeps only its tick, share of the timeline. */
const LEAST_ROOM = 0.04;

/** The whole class on one line: a real slider, with its rounds and lapses above it. */
export function Timeline({ player, script }: { readonly player: Player; readonly script: readonly Round[] }) {
  const { replay } = texts();
  const { length, marks, time } = player;
  const placed = withRoom(marks.value, Math.max(1, length.value));
  return (
    <div class="timeline">
      <div class="marks" aria-hidden="true">
        {placed.map(({ mark, at, room }) => (
          <span
            key={`${mark.kind} ${mark.time}`}
            class={`mark-${mark.kind}`}
            style={{ left: `${100 * at}%`, width: `${100 * room}%` }}
          >
            {room >= LEAST_ROOM && labelOf(mark, script)}
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

interface Placed {
  readonly mark: TimelineMark;
  /** Share of the timeline. */
  readonly at: number;
  /** Room for its words until the next worded mark: a pause has none, it interrupts a round. */
  readonly room: number;
}

/** A pause or a drug interrupts what runs: it has its tick, and no words. */
const interrupts = ({ kind }: TimelineMark): boolean => kind === "pause" || kind === "conditions";

function withRoom(marks: readonly TimelineMark[], length: number): Placed[] {
  return marks.map((mark, i) => {
    const at = mark.time / length;
    const next = marks.slice(i + 1).find((other) => !interrupts(other));
    return { mark, at, room: interrupts(mark) ? 0 : (next ? next.time / length : 1) - at };
  });
}
