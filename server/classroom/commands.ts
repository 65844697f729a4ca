import type { Session } from "../../shared/session/session.ts";
import type { Refusal } from "../../shared/wire/answers.ts";
import type { SessionCommand } from "../../shared/wire/messages.ts";
import type { LiveClass } from "./live-class.ts";

/** Carries out a host's command. @returns why not, if it was refused; the state is then unchanged */
export function carryOut(live: LiveClass, command: SessionCommand): Refusal | undefined {
  const { session } = live;
  const { state, header } = session;
  if (state.phase === "ended") return "ended";
  if (live.stopped) return "unreachable";
  switch (command.kind) {
    case "retry":
      live.forgetFault();
      live.goOn();
      return undefined;
    case "bots":
      live.accept({ kind: "bots", count: command.count, jitterMs: command.jitterMs });
      for (const event of live.roster.setBots(command.count)) live.accept(event);
      return undefined;
    case "remove":
    case "rename":
      return govern(live, command);
    case "lock":
    case "drug":
    case "module":
    case "modulate":
      // Switching what is on already is no fault of the one who asks.
      live.accept(command);
      return undefined;
  }
  const { turn, ...event } = command;
  if (turn !== state.turn) return "stale";
  if (event.kind === "start" && !header.script[event.round]) return "malformed";
  if (event.kind === "back" && !session.canGoBack) return "not-now";
  if (event.kind === "step" && !canBegin(session, event.to)) return "malformed";
  if (!live.accept(event)) return "not-now";
  // Whatever the teacher begins, the class goes on.
  live.forgetFault();
  return undefined;
}

/** Whether the lesson has such a step, and this class what it asks for. */
function canBegin({ state, header }: Session, to: number): boolean {
  const step = state.lesson?.steps[to];
  return step !== undefined && (step.do !== "round" || header.script.some(({ id }) => id === step.round));
}

/** What a teacher does with one seat. */
function govern(live: LiveClass, command: Extract<SessionCommand, { kind: "remove" | "rename" }>): Refusal | undefined {
  const seat = live.session.state.seats[command.seat];
  if (!seat || (command.kind === "remove" && seat.bot)) return "malformed";
  if (command.kind === "remove") live.accept(command);
  else live.accept({ ...command, name: live.roster.pickName() });
  return undefined;
}
