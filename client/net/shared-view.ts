import { MODES } from "../../shared/lesson/mode.ts";
import { BEHIND, PHASES } from "../../shared/session/events.ts";
import { readBallot } from "../../shared/wire/ballot.ts";
import type { ClassState } from "../../shared/wire/state.ts";
import { TROUBLES } from "../../shared/wire/trouble.ts";
import type { SharedView } from "./classroom.ts";

/** What every page sees of a room's state. */
export const readShared = (state: ClassState): SharedView => ({
  phase: PHASES[state.phase]!,
  paused: state.paused,
  round: state.round,
  behind: BEHIND[state.behind]!,
  turn: state.turn,
  beatZero: state.beatZero,
  seats: state.seats,
  lapseMinutes: state.lapseMinutes,
  lapseOf: state.lapseOf,
  asked: state.asked,
  met: state.met,
  ballot: readBallot(state.ballot),
  mode: MODES[state.mode] ?? "standard",
  milestones: state.story.length / 2,
  milestone: state.story.slice(-2),
  recording: state.recording,
  trouble: TROUBLES[state.trouble] ?? "none",
  delay: state.delay,
});
