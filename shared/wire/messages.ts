import { z } from "zod";
import { faultOf, MOST_STEPS, plain, type Step } from "../lesson/lesson.ts";
import { MODES } from "../lesson/mode.ts";
import { DRUGS } from "../model/drugs.ts";
import { MODULES } from "../model/modules.ts";
import { PATHWAYS } from "../model/pathways.ts";
import { LONGEST_LAPSE, MAX_SEATS, MODULATORS } from "../session/events.ts";
import { isPossible } from "../session/stimulation.ts";
import { MOST_TYPED, PIN_DIGITS } from "./limits.ts";

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

/** Electrical stimulation; its limits are those of shared/session/stimulation.ts, asked again when it is applied. */
const train = z.strictObject({ start: z.int(), bursts: z.int(), every: z.int(), pulses: z.int(), apart: z.int() });
const stimulation = z
  .strictObject({
    trains: z.array(z.strictObject({ ...train.shape, at: z.union([z.int(), z.enum(["A", "B", "all"])]) })).max(8),
    clamp: z.number().optional(),
    forced: z.array(train).max(4).optional(),
    pace: z.int(),
  })
  .refine(isPossible);

/** A lesson's steps; what they may be is asked of shared/lesson, here and when they are taken up. */
const lessonSteps = z
  .array(
    z
      .custom<Step>((step) => typeof step === "object" && step !== null && faultOf(step as Step) === undefined)
      .transform(plain),
  )
  .max(MOST_STEPS);

/** What a student chooses of what the class is asked. */
export const answerMessage = z.strictObject({ option: z.int().min(0).max(15) });

const seatNumber = z
  .int()
  .min(0)
  .max(MAX_SEATS - 1);

/** Where the wall is to look: the picture's zoom, and the seat that it is on. */
export const gazeMessage = z.strictObject({ zoom: z.enum(["cell", "branch", "synapse"]), seat: seatNumber });

/** The name that a student would like. */
export const renameMessage = z.strictObject({ name: z.string().max(MOST_TYPED) });

/** What the host may ask of the class. `turn` is the ClassView.turn that the host was looking at; a stale command changes nothing. */
export const sessionCommand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), turn: z.int(), round: z.int().min(0).max(63) }),
  z.strictObject({ kind: z.literal("pause"), turn: z.int() }),
  z.strictObject({ kind: z.literal("resume"), turn: z.int() }),
  z.strictObject({ kind: z.literal("next"), turn: z.int() }),
  z.strictObject({ kind: z.literal("end"), turn: z.int() }),
  z.strictObject({ kind: z.literal("drug"), drug: z.enum(DRUGS), on: z.boolean() }),
  z.strictObject({ kind: z.literal("module"), module: z.enum(MODULES), on: z.boolean() }),
  z.strictObject({ kind: z.literal("modulate"), modulator: z.enum(MODULATORS) }),
  z.strictObject({ kind: z.literal("pathway"), turn: z.int(), pathway: z.enum(PATHWAYS) }),
  z.strictObject({ kind: z.literal("lapse"), turn: z.int(), seconds: z.int().min(1).max(LONGEST_LAPSE) }),
  z.strictObject({ kind: z.literal("stimulate"), turn: z.int(), stimulation }),
  z.strictObject({ kind: z.literal("lesson"), turn: z.int(), steps: lessonSteps }),
  z.strictObject({ kind: z.literal("mode"), turn: z.int(), mode: z.enum(MODES) }),
  z.strictObject({ kind: z.literal("step"), turn: z.int(), to: z.int().min(0).max(MOST_STEPS) }),
  z.strictObject({ kind: z.literal("remove"), seat: seatNumber, removed: z.boolean() }),
  z.strictObject({ kind: z.literal("rename"), seat: seatNumber }),
  z.strictObject({ kind: z.literal("lock"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("back"), turn: z.int() }),
  z.strictObject({ kind: z.literal("retry") }),
  z.strictObject({ kind: z.literal("bots"), count: z.int().min(0).max(60), jitterMs: z.int().min(0).max(250) }),
]);

/** What the host may ask of the door: who comes in, who waits, who else leads. */
export const doorCommand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("approve"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("admit"), id: z.int().min(0), letIn: z.boolean() }),
  z.strictObject({ kind: z.literal("undo-burst") }),
  z.strictObject({ kind: z.literal("free-names"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("cards-only"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("void-cards") }),
  z.strictObject({ kind: z.literal("revoke"), id: z.int().min(0) }),
]);

/** How many cards the host would like. */
export const cardsMessage = z.strictObject({ count: z.int().min(1).max(MAX_SEATS) });

/** All that the host may ask. */
export const commandMessage = z.discriminatedUnion("kind", [sessionCommand, doorCommand]);

/** What a browser presents to be let in. The role follows from the key; a student needs none. */
export const joinOptions = z.strictObject({
  /** The host's key: may command and sees the stage's part. */
  hostKey: z.string().length(43).optional(),
  /** The projector's key: sees the stage's part, may not command. */
  stageKey: z.string().length(43).optional(),
  /** A remote's own key: may command. */
  remoteKey: z.string().length(43).optional(),
  /** What a remote comes in by for the first time: the key in the code on the wall, and the digits beside it. */
  pairing: z
    .strictObject({ key: z.string().length(43), pin: z.string().regex(new RegExp(`^\\d{${PIN_DIGITS}}$`)) })
    .optional(),
  /** A student's key from an earlier visit: the same neuron again. */
  seatKey: z.string().length(43).optional(),
  /** The key of a card that lets one newcomer in. */
  card: z.string().length(43).optional(),
});

/** Whether a command is for the door rather than for the session. */
export const forTheDoor = (command: CommandMessage): command is DoorCommand => doorCommand.safeParse(command).success;

export type TapMessage = z.infer<typeof tapMessage>;

const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffffffff;

/** Says of a message what `tapMessage` says, in a fraction of the time: a process hears thousands of taps a second. */
export const isTap = (message: unknown): message is TapMessage =>
  typeof message === "object" &&
  message !== null &&
  isCount((message as Partial<TapMessage>).seq) &&
  isCount((message as Partial<TapMessage>).at) &&
  Object.keys(message).length === 2;
export type ClockMessage = z.infer<typeof clockMessage>;
export type GazeMessage = z.infer<typeof gazeMessage>;
export type SessionCommand = z.infer<typeof sessionCommand>;
export type DoorCommand = z.infer<typeof doorCommand>;
export type CommandMessage = z.infer<typeof commandMessage>;
export type JoinOptions = z.infer<typeof joinOptions>;
