import { test } from "vitest";

/** What may go wrong, and what the product does then. The numbers stay what they are: notes and issues name them. */
export const ROWS: Readonly<Record<number, string>> = {
  1: "ten thousand frames of random bytes: the sender is shown the door by the tenth, nobody else notices",
  2: "a frame beyond the limit closes its socket with 1009",
  3: "empty, text and unknown frames count as bad",
  4: "a message of an unknown type counts as bad and is logged, shortened",
  5: "a right type with a wrong payload changes nothing",
  6: "NaN, Infinity and numbers beyond all sense are refused",
  7: "__proto__ and constructor pollute nothing",
  8: "a payload nested thousands deep is refused",
  9: "unknown fields are refused",
  10: "a thousand messages a second: dropped, in the third such second closed; back after five",
  11: "whoever was sent away, locked out or has not joined changes nothing",
  12: "nobody can act for another seat",
  13: "what only a host may ask is refused without a hint",
  14: "a tap from the future or too late is dropped and its phone told, never moved",
  15: "a tap that comes twice, or in another order, counts once",
  16: "forty students tap in the same tick: each counts once",
  17: "wrong, malformed and finished codes get the same answer in the same time",
  18: "the 61st wrong guess waits; a right code from the same address does not",
  19: "forty joins within two seconds from one address all succeed",
  20: "one more than there are seats is told so, and so are those who lead the class",
  21: "a locked class takes nobody new, and everybody back",
  22: "a burst of newcomers locks the class and goes with one press",
  23: "no name can hurt or mislead: it is normalised, replaced or refused",
  24: "nobody has somebody else's name",
  25: "the same phone in a second tab takes its seat over, and the first says so",
  26: "a tampered seat key, or one of another class, opens nobody's seat",
  27: "another phone takes the seat over with the resume code; wrong ones need the teacher",
  28: "guessing at a PIN ends after a few tries",
  29: "a host who reloads is in the same room, and nobody was sent away",
  30: "without host and stage the class pauses after twenty seconds and goes on when one is back",
  31: "two windows of a host both lead, one command at a time",
  32: "whoever was removed does not come back by the same key",
  33: "the projector's key looks and does not lead",
  34: "two presses of Start begin one round",
  35: "taking a step back is in the recording",
  36: "the end of a round and the host's Next at once are one transition",
  37: "a phone that slept, for a moment or for long, is in its seat again, and nothing was tapped meanwhile",
  38: "a connection that died without a word is noticed within nine seconds, on both sides",
  39: "latency, jitter, a trickle, single bytes and resets: no tap counts twice, the others notice nothing",
  40: "where WebSocket is blocked the pages say so within eight seconds and name what to allow",
  41: "a server told to stop loses nothing, and everybody finds back to it",
  42: "a server that was killed loses no acknowledged tap",
  43: "a throw in a handler, timer or tick pauses its class with a message; the others go on",
  44: "a state that is no number is caught, and the class goes back to the last good one",
  45: "after a stall the ticks catch up a little at a time",
  46: "a wall clock that jumps an hour changes nothing",
  47: "a disk that is full, or a database that is locked or read-only, stops no class and is told",
  48: "a corrupt database stops the start with instructions, and is kept",
  49: "classes beyond the limit are refused, empty ones make way after a while; the server goes on",
  50: "ten thousand idle sockets and slow requests are cut; a class can still join",
  51: "a reader that never reads is cut",
  52: "another site's page cannot open a socket",
  53: "three megabytes of JSON are refused by every route",
  54: "no path leads out of where it should",
  55: "no two rooms ever have the same code",
  56: "joining and leaving ten thousand times leaves nothing behind",
  57: "memory and descriptors stay flat through hours of classes",
  58: "nothing in an exported table is a formula",
  59: "a recording cut off anywhere opens as far as it goes, and says so",
  60: "one flipped bit anywhere in a recording is found",
  61: "a bomb, nonsense, or a file of a newer kind is refused quickly, with a reason",
  62: "an edited recording whose hashes do not fit says so",
  63: "a script in a recording is text",
  64: "recordings of every released format open, and come out as they were",
  65: "a deleted session is gone from everywhere",
};

/** Where what was asked for is answered otherwise, and why. */
export const OTHERWISE: Readonly<Record<number, string>> = {
  4: "asked: closed at once. A page that an update made old would be, too: the tenth closes.",
  7: "asked: such keys are dropped. The whole message is refused, as any of a wrong form.",
  14: "asked: counted as of its arrival. A tap that is moved is one that nobody made: it is lost, and its phone says so.",
  18: "asked: delayed. It is answered at once, with the time to wait: requests held open cost us more than whoever guesses.",
  27: "asked: five wrong codes doubt that seat. A wrong code names no seat: for five minutes each of its class is doubted.",
  28: "asked: a second step, a pattern on the wall. It protects short codes, and ours are one of 240 million; what is guessed at is a remote's PIN, and the fifth wrong one ends it.",
  32: "asked: whoever comes next needs a yes. That is one press, as are the lock and cards; a class does not change by itself.",
  33: "asked: it can be revoked. It looks and does nothing, and dies with its class; remotes can be taken back.",
  40: "asked: another transport, or a page that says what to allow. It is the page.",
  45: "asked: five ticks are made up for, the rest is dropped. Nothing is: two seconds are made up for, five ticks in a go, and time stands still in a longer stall.",
  47: "asked: a locked database. Nobody can lock it: it is this server's alone while it runs, which is shown.",
  55: "asked: a prefix of each process. Codes are a key of the store that all processes share.",
  56: "asked: ten thousand. As many as fit into ten seconds, a thousand at least.",
  57: "asked: eight hours. Minutes here and with each change (npm run soak), hours by hand (--minutes 480).",
  61: "asked: refused within 200 ms and 64 MB. Measured within three times that on a busy machine; what looks like a recording is read in a thread of at most 256 MB.",
};

const title = (number: number): string => `${String(number).padStart(2, "0")} ${ROWS[number]}`;

/**
 * The test of a row of the list, by its number.
 * @param ms in place of the usual time-out
 * @param possible whether this machine has what it takes; else it is skipped by name
 */
export function row(number: number, run: () => Promise<void> | void, ms?: number, possible = true): void {
  test.skipIf(!possible)(title(number), run, ms);
}

/** Rows that nothing tests yet, said aloud. */
export function missing(...numbers: readonly number[]): void {
  for (const number of numbers) test.todo(title(number));
}
