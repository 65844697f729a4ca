import { TICK_MS } from "../../../shared/session/events.ts";
import { seatNumber } from "../../ui/format.ts";
import { fill } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { storyTexts } from "../../ui/story-locale.ts";
import { clockTime } from "../clock.ts";
import type { Player } from "../player.ts";

interface MarksProps {
  readonly player: Player;
  /** Length of the timeline, session ms. */
  readonly whole: number;
}

const at = (time: number, whole: number): string => `${(100 * Math.max(0, Math.min(whole, time))) / whole}%`;

/** The part that is looped; one end of it while the other is not set. */
export function LoopMark({ player, whole }: MarksProps) {
  const { from, to } = player.ends.value;
  if (from === undefined && to === undefined) return null;
  const loop = player.loop.value;
  const title = loop && fill(playerTexts()?.loop.at ?? "", { from: clockTime(loop.from), to: clockTime(loop.to) });
  const left = from ?? to!;
  return (
    <span
      class={loop ? "loop-mark" : `loop-mark only-${from === undefined ? "to" : "from"}`}
      title={title}
      style={{ left: at(left, whole), width: at((to ?? left) - left, whole) }}
      data-testid="loop-mark"
    />
  );
}

/** What happened for the first time. */
export function Milestones({ player, whole }: MarksProps) {
  const names = storyTexts();
  return (
    <>
      {player.course.value?.milestones.map(({ kind, tick, seat, figure }) => (
        <span
          key={`${kind} ${tick}`}
          class="milestone-mark"
          title={names && fill(names[kind], { name: String(seatNumber(seat)), percent: figure })}
          style={{ left: at(tick * TICK_MS, whole) }}
        />
      ))}
    </>
  );
}

/** Where somebody wrote something. */
export function NoteMarks({ player, whole }: MarksProps) {
  const plain = playerTexts()?.notes.plain;
  return (
    <>
      {player.notebook.notes.value.items.map(({ id, tick, until, text }) => (
        <span
          key={id}
          class="note-mark"
          title={text || plain}
          style={{
            left: at(tick * TICK_MS, whole),
            ...(until === undefined ? {} : { width: at((until - tick) * TICK_MS, whole) }),
          }}
          data-testid="note-mark"
        />
      ))}
    </>
  );
}
