import type { Round } from "../../shared/lesson/round.ts";
import type { ConditionEvent } from "../../shared/recording/exploration.ts";
import { duration } from "../ui/duration.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { roundTexts } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { CourseCurve } from "./bar/course-curve.tsx";
import { LoopMark, Milestones, NoteMarks } from "./bar/timeline-marks.tsx";
import { clockTime } from "./clock.ts";
import type { TimelineMark } from "./facts.ts";
import type { Player } from "./player.ts";
import { PartingMark } from "./what-if/parting-mark.tsx";

/** A mark with less room than this keeps only its tick, share of the timeline. */
const LEAST_ROOM = 0.04;
/** Conditions that come nearer to each other than this share a label. */
const TOGETHER = 0.06;

/** The whole class on one line: a real slider, above it the cell's spikes and what was noted, its rounds and lapses, and what was given. */
export function Timeline({ player, script }: { readonly player: Player; readonly script: readonly Round[] }) {
  const { length, marks } = player;
  const whole = Math.max(1, length.value);
  const conditions = marks.value.filter(({ kind }) => kind === "condition");
  const phases = marks.value.filter(({ kind }) => kind !== "condition");
  return (
    <div class="timeline">
      {conditions.length > 0 && (
        <div class="marks conditions-given" aria-hidden="true" data-testid="conditions-given">
          {gathered(conditions, whole).map(({ at, room, events }) => (
            <span key={at} style={place(at, room)} title={events.map(conditionName).join(", ")}>
              {events.map(conditionName).join(", ")}
            </span>
          ))}
        </div>
      )}
      <div class="marks" aria-hidden="true">
        {withRoom(phases, whole).map(({ mark, at, room }) => (
          <span key={`${mark.kind} ${mark.time}`} class={`mark-${mark.kind}`} style={place(at, room)}>
            {room >= LEAST_ROOM && labelOf(mark, script)}
          </span>
        ))}
      </div>
      <div class="course" aria-hidden="true">
        <CourseCurve player={player} />
        <LoopMark player={player} whole={whole} />
        <Milestones player={player} whole={whole} />
        <NoteMarks player={player} whole={whole} />
      </div>
      <PartingMark player={player} whole={whole} />
      <Slider player={player} />
    </div>
  );
}

/** On its own, since it alone moves in every frame. */
function Slider({ player: { time, length, seek } }: { readonly player: Player }) {
  const { replay } = wallTexts();
  return (
    <input
      type="range"
      data-testid="seek"
      aria-label={replay.seek}
      aria-valuetext={fill(replay.at, { time: clockTime(time.value), length: clockTime(length.value) })}
      min={0}
      max={length.value}
      step={40}
      value={time.value}
      onInput={(event) => seek(event.currentTarget.valueAsNumber)}
    />
  );
}

const place = (at: number, room: number) => ({ left: `${100 * at}%`, width: `${100 * room}%` });

function labelOf({ kind, round, minutes = 0 }: TimelineMark, script: readonly Round[]): string {
  const { replay } = wallTexts();
  if (kind === "lapse") return duration(minutes);
  if (kind === "condition") return "";
  if (kind !== "round") return replay.marks[kind];
  const played = script[round];
  return played ? roundTexts(played.id).title : "";
}

/** What came (+), went (−) or was given. */
function conditionName(event: ConditionEvent): string {
  const names = labTextsIfThere();
  if (!names) return "";
  switch (event.kind) {
    case "drug":
      return `${event.on ? "+" : "−"} ${names.drugs[event.drug].name}`;
    case "module":
      return `${event.on ? "+" : "−"} ${names.modules[event.module].name}`;
    case "pathway":
      return names.pathways[event.pathway].name;
    case "modulate":
      return names.panel[event.modulator];
  }
}

interface Placed {
  readonly mark: TimelineMark;
  /** Share of the timeline. */
  readonly at: number;
  /** Room for its words until the next worded mark: a pause has none, it interrupts a round. */
  readonly room: number;
}

function withRoom(marks: readonly TimelineMark[], length: number): Placed[] {
  return marks.map((mark, i) => {
    const at = mark.time / length;
    const next = marks.slice(i + 1).find(({ kind }) => kind !== "pause");
    return { mark, at, room: mark.kind === "pause" ? 0 : (next ? next.time / length : 1) - at };
  });
}

interface Given {
  readonly at: number;
  readonly room: number;
  readonly events: readonly ConditionEvent[];
}

/** Conditions with room for their names: what came at nearly the same time has one label. */
function gathered(marks: readonly TimelineMark[], length: number): Given[] {
  const groups: { at: number; events: ConditionEvent[] }[] = [];
  for (const { time, condition } of marks) {
    if (!condition) continue;
    const last = groups.at(-1);
    if (last && time / length - last.at < TOGETHER) last.events.push(condition);
    else groups.push({ at: time / length, events: [condition] });
  }
  return groups.map((group, i) => ({ ...group, room: (groups[i + 1]?.at ?? 1) - group.at }));
}
