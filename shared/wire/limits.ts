/** Limits of the contract between browser and server: each with its unit, its reason and what happens beyond it. */

/** Shortest time between two taps of a seat, ms. A fast tapper manages 100; a shorter one is dropped and counted, never punished. */
export const MIN_TAP_INTERVAL_MS = 80;

/** A tap stamped this far ahead of the room's clock is a broken or dishonest clock: dropped, and the phone is told. */
export const FUTURE_TOLERANCE_MS = 20;

/** The delay D behind which the session steps, ms: long enough for late packets, short enough to feel like an answer. */
export const MIN_DELAY_MS = 120;
export const MAX_DELAY_MS = 400;

/** The largest constant offset of a phone and person that is removed, ms. */
export const MAX_BIAS_MS = 250;

/** Pings that set a phone's clock on joining, and the time between later ones, ms. */
export const CLOCK_PINGS = 12;
export const CLOCK_PING_EVERY_MS = 5000;

/** How long one remote can be let in by the code on the wall, ms, and the digits of its PIN. */
export const PAIRING_MS = 60_000;
export const PIN_DIGITS = 4;

/** Longest name that a student may choose, graphemes; the rest is cut off. What is typed may be longer, characters. */
export const MOST_GRAPHEMES = 16;
export const MOST_TYPED = 200;

/** Largest frame a browser may send, bytes; beyond it the socket is closed with 1009. */
export const MAX_FRAME_BYTES = 4096;

/** Most messages of one socket in a second; the rest is dropped, and in the third such second in a row the socket closed. */
export const MOST_FRAMES_A_SECOND = 40;
/** Time after which a seat that was closed so may come back, ms. */
export const COOL_DOWN_MS = 5000;

/** Largest HTTP body, bytes; beyond it 413. */
export const MAX_BODY_BYTES = 16 * 1024;

/** The two bodies that may be larger, bytes: a recording's file (gzipped, ten times that of a long class), notes on one. */
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024;
export const MAX_NOTES_BYTES = 64 * 1024;

/** Recordings from elsewhere on one shelf; beyond it the next is refused. */
export const MAX_IMPORTED = 50;
