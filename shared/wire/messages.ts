import { z } from "zod";

/**
 * What browsers may send to a room. Anything else, or more fields than these, is refused whole.
 * (The browser side imports only the types: zod stays out of the phone's bundle.)
 */

/** A tap: `seq` counts up on the phone; `at` is the pointer event's time on the room's clock, whole ms. */
export const tapMessage = z.strictObject({
  seq: z.int().min(0).max(0xffffffff),
  at: z.int().min(0).max(0xffffffff),
});

/** A clock ping: the phone's own time, ms, sent back untouched. */
export const clockMessage = z.strictObject({ sent: z.number().min(0).max(1e15) });

/** What the host may ask. `turn` is the ClassView.turn that the host was looking at; a stale command changes nothing. */
export const commandMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), turn: z.int(), round: z.int().min(0).max(63) }),
  z.strictObject({ kind: z.literal("pause"), turn: z.int() }),
  z.strictObject({ kind: z.literal("resume"), turn: z.int() }),
  z.strictObject({ kind: z.literal("next"), turn: z.int() }),
  z.strictObject({ kind: z.literal("end"), turn: z.int() }),
  z.strictObject({ kind: z.literal("bots"), count: z.int().min(0).max(60), jitterMs: z.int().min(0).max(250) }),
]);

/** What a browser presents to be let in. The role follows from the key; a student needs none. */
export const joinOptions = z.strictObject({
  /** The host's key: may command and sees the stage's part. */
  hostKey: z.string().length(43).optional(),
  /** The projector's key: sees the stage's part, may not command. */
  stageKey: z.string().length(43).optional(),
  /** A student's key from an earlier visit: the same neuron again. */
  seatKey: z.string().length(43).optional(),
});

export type TapMessage = z.infer<typeof tapMessage>;
export type ClockMessage = z.infer<typeof clockMessage>;
export type CommandMessage = z.infer<typeof commandMessage>;
export type JoinOptions = z.infer<typeof joinOptions>;
