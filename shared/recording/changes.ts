import { NAMES } from "../lesson/names.ts";
import type { DrugId } from "../model/drugs.ts";
import type { PathwayId } from "../model/pathways.ts";
import { type Group, groupOf, type SessionEvent, type StampedEvent, TICK_MS } from "../session/events.ts";
import { offBeat } from "../session/rounds.ts";
import type { Session } from "../session/session.ts";
import { stepsPerTick } from "../session/timing.ts";
import { Playback } from "./playback.ts";
import type { Recording } from "./recording.ts";
import { SLICE, type Walk } from "./walk.ts";

/** What each change of a what-if makes of a class's events. A walk through the whole class says now and then how far it is. */

type Tap = Extract<SessionEvent, { kind: "tap" }>;

/** A drug that comes, or never does; steps of a lesson put drugs of their own in force, so it is said again after each. */
export function withDrug({ events }: Recording, from: number, drug: DrugId, on: boolean): StampedEvent[] {
  const said = (tick: number): StampedEvent => ({ tick, event: { kind: "drug", drug, on } });
  const before = events.filter(({ tick }) => tick < from);
  const after = events
    .filter(({ tick, event }) => tick >= from && !(event.kind === "drug" && event.drug === drug))
    .flatMap((stamped) => (stamped.event.kind === "step" ? [stamped, said(stamped.tick)] : [stamped]));
  return [...before, said(from), ...after];
}

/** Another region's cell, from the first rest on: within a round the class keeps the one it has. */
export function* inRegion(recording: Recording, from: number, pathway: PathwayId): Walk<StampedEvent[]> {
  const events = lessonsInRegion(recording.events, from, pathway).filter(
    ({ tick, event }) => tick < from || event.kind !== "pathway",
  );
  const there: SessionEvent = { kind: "pathway", pathway };
  const playback = new Playback({ ...recording, events, hashes: new Map() });
  const { session } = playback;
  while (session.state.tick < recording.ticks) {
    const { tick } = session.state;
    if (tick >= from && session.apply(there)) return [{ tick, event: there }, ...events];
    playback.step();
    if (tick % SLICE === 0) yield tick / recording.ticks;
  }
  return events;
}

/** Steps of a lesson have regions of their own: those that had not begun by then take this one instead. */
function lessonsInRegion(events: readonly StampedEvent[], from: number, pathway: PathwayId): StampedEvent[] {
  return events.map((stamped, i) => {
    if (stamped.event.kind !== "lesson") return stamped;
    const begun = new Set<number>();
    for (const { tick, event } of events.slice(i + 1)) {
      if (event.kind === "lesson" || tick >= from) break;
      if (event.kind === "step") begun.add(event.to);
    }
    const steps = stamped.event.steps.map((step, at) => (step.pathway && !begun.has(at) ? { ...step, pathway } : step));
    return { ...stamped, event: { ...stamped.event, steps } };
  });
}

/** Half of the class does not tap. */
export const silent = ({ events }: Recording, from: number, group: Group): StampedEvent[] =>
  events.filter(({ tick, event }) => tick < from || event.kind !== "tap" || groupOf(event.seat) !== group);

/** Taps moved towards their beats by a share of how far off they are; away from them where it is negative. */
export const tighter = (recording: Recording, from: number, share: number): Walk<StampedEvent[]> =>
  retimed(recording, from, (session, tick, tap) => {
    const { round, late } = offBeat(session, tap.seat, tap.offset) ?? {};
    if (!round || late === undefined) return { tick, event: tap };
    // Never beyond half a beat: there it would be the next one's.
    const half = round.beatMs / 2 - TICK_MS;
    const wanted = Math.max(-half, Math.min(half, late * (1 - share)));
    const steps = stepsPerTick(round);
    // Nor into what was before the change.
    const at = Math.max(from * steps, tick * steps + tap.offset + Math.round((wanted - late) / round.slowMotion));
    return { tick: Math.floor(at / steps), event: { ...tap, offset: at % steps } };
  });

/** The same instants on the wall, in a tick that holds another number of the cell's milliseconds. */
export const atPace = (recording: Recording, from: number, slowMotion: number): Walk<StampedEvent[]> =>
  retimed(recording, from, (session, tick, tap) => {
    const before = session.round?.slowMotion ?? slowMotion;
    return { tick, event: { ...tap, offset: Math.floor((tap.offset * before) / slowMotion) } };
  });

/** Taps at other instants. Where the beats were is the real class's affair: it is played along. */
function* retimed(
  recording: Recording,
  from: number,
  move: (session: Session, tick: number, tap: Tap) => StampedEvent,
): Walk<StampedEvent[]> {
  const { session } = new Playback({ ...recording, hashes: new Map() });
  const events: StampedEvent[] = [];
  for (const stamped of recording.events) {
    const { tick, event } = stamped;
    while (session.state.tick < tick) {
      if (session.state.tick % SLICE === 0) yield session.state.tick / recording.ticks;
      session.step();
    }
    events.push(event.kind === "tap" && tick >= from ? move(session, tick, event) : stamped);
    session.apply(event);
  }
  return events;
}

/** A class of so many seats: the highest ones go, or new ones do what a neighbour in the same half does. */
export function ofSize(recording: Recording, from: number, seats: number): StampedEvent[] {
  const { events } = recording;
  const joins = events.flatMap(({ tick, event }) => (event.kind === "join" ? [{ tick, ...event }] : []));
  const size = Math.max(0, ...joins.map(({ seat }) => seat + 1));
  if (seats < size) return withoutSeats(events, joins, from, seats);
  const names = new Set(joins.map(({ name }) => name));
  const free = NAMES.map((_, name) => name).filter((name) => !names.has(name));
  const added = Array.from({ length: seats - size }, (_, i) => size + i).flatMap((seat, i) => {
    const alike = joins.filter((join) => groupOf(join.seat) === groupOf(seat));
    const of = alike[i % Math.max(1, alike.length)];
    return of ? twin(events, from, of.seat, seat, free[i % free.length]!) : [];
  });
  return [...events, ...added];
}

function withoutSeats(
  events: readonly StampedEvent[],
  joins: readonly { readonly tick: number; readonly seat: number }[],
  from: number,
  seats: number,
): StampedEvent[] {
  const kept = events.filter(({ tick, event }) => tick < from || !("seat" in event) || event.seat < seats);
  const gone = joins.filter(({ tick, seat }) => tick < from && seat >= seats);
  return [...kept, ...gone.map(({ seat }): StampedEvent => ({ tick: from, event: { kind: "leave", seat } }))];
}

/** What a seat does, done by another too: it comes, goes and taps with it. Nobody sits there: it counts as a bot. */
function twin(events: readonly StampedEvent[], from: number, of: number, seat: number, name: number): StampedEvent[] {
  const own = events.filter(({ event }) => "seat" in event && event.seat === of);
  const before = own.filter(({ tick }) => tick < from).map(({ event }) => event);
  const comes = (tick: number): StampedEvent => ({ tick, event: { kind: "join", seat, name, bot: true } });
  const goes = (tick: number): StampedEvent => ({ tick, event: { kind: "leave", seat } });
  const made: StampedEvent[] = [];
  if (before.some(({ kind }) => kind === "join")) made.push(comes(from));
  if (before.map(presence).findLast((here) => here !== undefined) === false) made.push(goes(from));
  for (const { tick, event } of own) {
    if (tick < from) continue;
    const here = presence(event);
    if (event.kind === "join") made.push(comes(tick));
    else if (here !== undefined) made.push(here ? { tick, event: { kind: "return", seat } } : goes(tick));
    else if (event.kind === "tap" || event.kind === "contacts") made.push({ tick, event: { ...event, seat } });
  }
  return made;
}

/** Whether a seat's event makes it be there, or not; undefined for what does neither. */
function presence(event: SessionEvent): boolean | undefined {
  if (event.kind === "join" || event.kind === "return") return true;
  return event.kind === "leave" || (event.kind === "remove" && event.removed) ? false : undefined;
}
