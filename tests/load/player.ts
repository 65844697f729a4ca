/** A process full of students, and a teacher a class. Forked by players.ts, which says when to do what. */
import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { stream, uniform } from "../../shared/model/random.ts";
import { LoadedClass } from "./loaded-class.ts";
import type { Order, Part, PlayerOptions } from "./players.ts";

/** Joins on their way at once, when nobody says when to join. */
const AT_ONCE = 16;

const options = JSON.parse(process.argv[2] ?? "") as PlayerOptions;
const random = stream(options.seed, 3);
const part: Part = {
  joins: [],
  refused: [],
  latencies: [],
  fromFinger: [],
  tapsSent: 0,
  fates: {},
  phoneBytes: 0,
  phoneFrames: 0,
  answers: 0,
  answerBytes: 0,
  stageFrames: 0,
  stageBytes: 0,
  cut: 0,
};
const crowd = { options, part, random };

/** Everybody joins: as fast as it goes, or each at a moment of their own within `bellSeconds`. */
async function joinAll(classes: readonly LoadedClass[]): Promise<void> {
  const queue = classes.flatMap((loaded) => Array.from({ length: options.students }, () => loaded));
  if (options.bellSeconds > 0) {
    const each = async (loaded: LoadedClass) => {
      await sleep(1000 * options.bellSeconds * uniform(random));
      await loaded.join();
    };
    await Promise.all(queue.map(each));
    return;
  }
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next.join();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** One class after the other, if each has so many rounds. The first has fewer in some rooms than in others: not all end at once. */
async function playOn(room: number): Promise<void> {
  const { roundsOfClass } = options;
  for (let rounds = roundsOfClass && 1 + (room % roundsOfClass); ; rounds = roundsOfClass) {
    const loaded = classes[room]!;
    await loaded.play(() => going, rounds);
    if (!going) return;
    await loaded.end();
    const next = await LoadedClass.open(crowd, loaded.hostKey);
    for (let i = 0; i < options.students; i++) await next.join();
    classes[room] = next;
  }
}

/** What the parent orders next. */
async function ordered(wanted: Order): Promise<void> {
  const [order] = (await once(process, "message")) as [Order];
  if (order !== wanted) throw new Error(`${wanted} was expected, ${order} came`);
}

process.on("disconnect", () => process.exit(0));
const classes: LoadedClass[] = [];
for (let i = 0; i < options.rooms; i++) classes.push(await LoadedClass.open(crowd));
process.send!("open");
await ordered("join");
await joinAll(classes);
process.send!("joined");

await ordered("play");
let going = true;
const failed: string[] = [];
const playing = classes.map((_, i) => playOn(i).catch((error: unknown) => failed.push(String(error))));

await ordered("measure");
const phones = classes.flatMap((loaded) => loaded.phones);
const received = (what: "bytes" | "frames" | "answers" | "answerBytes"): number =>
  phones.reduce((sum, phone) => sum + phone[what], 0);
const before = {
  bytes: received("bytes"),
  frames: received("frames"),
  answers: received("answers"),
  answerBytes: received("answerBytes"),
};
part.latencies.length = 0;
part.fromFinger.length = 0;
part.stageBytes = 0;
part.stageFrames = 0;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

await ordered("stop");
going = false;
part.phoneBytes = received("bytes") - before.bytes;
part.phoneFrames = received("frames") - before.frames;
part.answers = received("answers") - before.answers;
part.answerBytes = received("answerBytes") - before.answerBytes;
delay.disable();
await Promise.all(playing);
// The last taps' answers are on their way.
await sleep(1500);
for (const phone of phones) {
  if (phone.closed !== undefined) part.cut++;
  for (const [fate, count] of Object.entries(phone.fates)) part.fates[fate] = (part.fates[fate] ?? 0) + count;
}
process.send!({ ...part, loopP99: delay.percentile(99) / 1e6, failed });
