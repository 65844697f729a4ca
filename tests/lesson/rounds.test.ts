import { describe, expect, test } from "vitest";
import { partOf, ROUND_IDS, type RoundId } from "../../shared/lesson/round.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import { linksOf, shareRecalled } from "../../shared/session/memory.ts";
import { observe } from "../../shared/session/observe.ts";
import { PlayedClass } from "../helpers/played-class.ts";

/** Classes of any size, in sync as people are (20 and 35 ms) and as a machine is. */
const CLASSES = [5, 12, 30, 60].flatMap((seats) => [0, 20, 35].map((jitter) => ({ seats, jitter })));
const everyone = (): boolean => true;
const nobody = (): boolean => false;
const DAY = 86_400;

function play(played: PlayedClass, id: RoundId, jitter: number, tapping: (seat: number) => boolean = everyone): void {
  played.play(ROUND_IDS.indexOf(id), tapping, jitter);
}
function pass(played: PlayedClass, seconds: number): void {
  played.accept({ kind: "lapse", seconds });
  while (played.session.state.phase === "lapse") played.step();
}

test("the script has every round once, in the order of their ids", () => {
  expect(standardScript.map(({ id }) => id)).toEqual([...ROUND_IDS]);
});

test("parts are dealt out evenly, whoever comes when", () => {
  const control = standardScript.find(({ id }) => id === "bell-and-food")!;
  for (const seats of [4, 13, 37, 60]) {
    const count = { A: 0, B: 0, C: 0 };
    for (let seat = 0; seat < seats; seat++) count[partOf(control, seat)]++;
    expect(Math.abs(count.A + count.C - count.B)).toBeLessThanOrEqual(1);
    expect(Math.abs(count.A - count.C)).toBeLessThanOrEqual(1);
  }
});

describe.each(CLASSES)("a class of $seats that is $jitter ms apart", ({ seats, jitter }) => {
  test("weak and strong: the weak group grows with the strong one, and not alone", () => {
    const played = new PlayedClass(seats);
    play(played, "weak-alone", jitter);
    expect(played.session.state.met).toBe(true);
    expect(played.session.state.cellSpikes).toBe(0);
    expect(played.session.meanStrength("A")).toBeLessThan(104);
    play(played, "weak-and-strong", jitter);
    expect(played.session.state.met).toBe(true);
    expect(played.session.meanStrength("A")).toBeGreaterThan(130);
  });

  test("bell and food: the bell alone fires the cell after pairing, also a day later; the unpaired bell does not", () => {
    const played = new PlayedClass(seats);
    play(played, "bell-alone", jitter);
    expect(played.session.state.met).toBe(true);
    for (let block = 0; block < 3; block++) play(played, "bell-and-food", jitter);
    expect(played.session.state.met).toBe(true);
    const paired = played.session.meanStrength("A");
    const unpaired = played.session.meanStrength("C");
    expect(paired).toBeGreaterThan(145);
    expect(unpaired).toBeLessThan(105);
    play(played, "bell-again", jitter);
    expect(played.session.state.cellSpikes).toBeGreaterThan(0);
    expect(played.session.state.met).toBe(true);
    play(played, "other-bell", jitter);
    expect(played.session.state.cellSpikes).toBe(0);
    expect(played.session.state.met).toBe(true);
    pass(played, DAY);
    play(played, "bell-again", jitter);
    expect(played.session.state.cellSpikes).toBeGreaterThan(0);
  });

  test("too late: the group that taps after the cell has fired does not grow, the one that fired it does", () => {
    const played = new PlayedClass(seats);
    play(played, "too-late", jitter);
    expect(played.session.state.met).toBe(true);
    expect(played.session.meanStrength("A")).toBeLessThan(101);
    expect(played.session.meanStrength("B")).toBeGreaterThan(125);
  });

  test("make it last: what one round won is gone the next day, unless the other half made proteins within the hour", () => {
    const alone = new PlayedClass(seats);
    play(alone, "who-grew", jitter);
    expect(alone.session.state.met).toBe(true);
    pass(alone, DAY);
    expect(alone.session.meanStrength("A")).toBeLessThan(103);
    const rescued = new PlayedClass(seats);
    play(rescued, "who-grew", jitter);
    for (let round = 0; round < 3; round++) play(rescued, "other-half", jitter);
    expect(rescued.session.state.met).toBe(true);
    pass(rescued, DAY);
    expect(rescued.session.meanStrength("A")).toBeGreaterThan(140);
  });
});

describe.each(CLASSES)("the memory of a class of $seats that is $jitter ms apart", ({ seats, jitter }) => {
  test("half of each of three pictures wakes the rest; eleven or nineteen are too many, except for a large class", () => {
    const played = new PlayedClass(seats);
    const { state } = played.session;
    for (let picture = 0; picture < 3; picture++) {
      play(played, "picture", jitter);
      expect(state.met).toBe(true);
    }
    play(played, "recall", jitter);
    expect(shareRecalled(state.memory)).toBe(1);
    expect(state.met).toBe(true);
    for (let more = 0; more < 2; more++) {
      play(played, "more-pictures", jitter);
      expect(state.met).toBe(true);
    }
    play(played, "recall", jitter);
    expect(state.memory!.pictures.length).toBe(19);
    if (seats < 60) expect(state.met).toBe(false);
    // The shared cell had no part in it.
    expect(state.cellSpikes).toBe(0);
    expect(played.session.meanStrength("all")).toBeCloseTo(100, 1);
  });
});

describe("the memory of a class", () => {
  const learnt = (seats = 20, jitter = 20): PlayedClass => {
    const played = new PlayedClass(seats);
    for (let picture = 0; picture < 2; picture++) play(played, "picture", jitter);
    return played;
  };

  test("links those who tap together, not those who were meant to: who stays silent is not woken", () => {
    const played = new PlayedClass(20);
    played.accept({ kind: "start", round: ROUND_IDS.indexOf("picture") });
    const [silent] = played.session.state.memory!.pictures[0]!.slice(-1);
    played.tapThrough((seat) => seat !== silent, 20);
    expect(linksOf(played.session, played.session.state.memory!)[silent!]).toEqual([]);
    play(played, "recall", 20);
    expect(played.session.state.memory!.recalled[0]!.woken).not.toContain(silent);
    expect(played.session.state.met).toBe(false);
  });

  test("learns nothing out of time, and nothing while NMDA receptors are blocked", () => {
    const apart = new PlayedClass(30);
    play(apart, "picture", 170);
    expect(apart.session.state.met).toBe(false);
    const blocked = new PlayedClass(30);
    blocked.accept({ kind: "drug", drug: "apv", on: true });
    play(blocked, "picture", 0);
    expect(blocked.session.state.met).toBe(false);
    expect(linksOf(blocked.session, blocked.session.state.memory!).flat()).toEqual([]);
  });

  test("fades within a day, and starts anew with another cell", () => {
    const played = learnt();
    pass(played, DAY);
    play(played, "recall", 20);
    expect(shareRecalled(played.session.state.memory)).toBe(0);
    played.accept({ kind: "pathway", pathway: "cerebellum" });
    expect(played.session.state.memory).toBeUndefined();
  });

  test("needs four neurons, and something to recall; a round that cannot be held changes nothing", () => {
    const few = new PlayedClass(3);
    const before = few.session.hash();
    expect(few.accept({ kind: "start", round: ROUND_IDS.indexOf("picture") })).toBe(false);
    expect(new PlayedClass(9).accept({ kind: "start", round: ROUND_IDS.indexOf("recall") })).toBe(false);
    expect(few.session.hash()).toBe(before);
  });

  test("a round cut short keeps what was tapped, and forgets a picture that nobody tapped", () => {
    const played = learnt();
    played.accept({ kind: "start", round: ROUND_IDS.indexOf("picture") });
    played.step(40);
    played.accept({ kind: "next" });
    expect(played.session.state.memory!.pictures.length).toBe(2);
    expect(played.session.state.phase).toBe("between");
  });

  test("the order in which taps arrive leaves no trace, nor does a checkpoint in the middle of a picture", () => {
    const start = ROUND_IDS.indexOf("picture");
    const [forth, back] = [learnt().session, learnt().session];
    for (const session of [forth, back]) session.apply({ kind: "start", round: start });
    for (let tick = 0; tick < 120; tick++) {
      if (tick >= 75 && (tick - 75) % 12 === 0) {
        const taps = forth.state.memory!.pictures[2]!.map((seat, i) => ({ kind: "tap", seat, offset: i % 3 }) as const);
        for (const tap of taps) forth.apply(tap);
        for (const tap of taps.toReversed()) back.apply(tap);
      }
      forth.step();
      back.step();
      expect(back.hash()).toBe(forth.hash());
    }
    const again = new PlayedClass(20).session;
    again.restore(forth.save());
    for (const session of [forth, again]) for (let tick = 0; tick < 200; tick++) session.step();
    expect(forth.state.memory!.rho.length).toBe(20);
    expect(again.hash()).toBe(forth.hash());
  });
});

describe("a goal is missed", () => {
  const missed = (id: RoundId, tapping: (seat: number) => boolean, jitter = 20, before: RoundId[] = []): void => {
    const played = new PlayedClass(20);
    for (const round of before) play(played, round, 20);
    play(played, id, jitter, tapping);
    expect(observe(played.session).met).toBe(false);
  };

  test("by a class that does not tap, where there is something to bring about", () => {
    for (const { id, goal } of standardScript) {
      if (goal && "atLeast" in goal) missed(id, nobody, 20, id === "recall" ? ["picture"] : []);
    }
  });

  test("by a class out of time", () => missed("together", everyone, 170));

  test("by a strong group that stays away", () => missed("weak-and-strong", (seat) => seat % 2 === 0));

  test("by a bell that was paired with food, where it should not fire the cell yet", () =>
    missed("bell-alone", everyone, 20, ["bell-and-food", "bell-and-food", "bell-and-food"]));

  test("by a late group that is in time after all", () => {
    const played = new PlayedClass(20);
    const { script } = played.session.header;
    const inTime = script.map((round) =>
      round.id === "too-late"
        ? { ...round, parts: { A: { contacts: 28, lag: 0 }, B: { contacts: 80, lag: 0 } } }
        : round,
    );
    Object.assign(played.session.header, { script: inTime });
    play(played, "too-late", 20);
    expect(played.session.state.met).toBe(false);
  });
});

test("one student in a weak part does not fire the cell alone, however few there are", () => {
  for (const seats of [1, 2, 3]) {
    const played = new PlayedClass(seats);
    play(played, "weak-alone", 0);
    expect(played.session.state.cellSpikes).toBe(0);
  }
});

test("those who never tap hold nobody back: the bell still fires the cell for those who do", () => {
  for (const seats of [8, 25, 40]) {
    // Every fifth neuron is idle.
    const awake = (seat: number): boolean => seat % 5 !== 0;
    const played = new PlayedClass(seats);
    for (let block = 0; block < 3; block++) play(played, "bell-and-food", 30, awake);
    play(played, "bell-again", 30, awake);
    expect(played.session.state.cellSpikes).toBeGreaterThan(0);
    play(played, "other-bell", 30, awake);
    expect(played.session.state.cellSpikes).toBe(0);
  }
});

test("who comes in the middle of a round gets as many contacts as the others of its part", () => {
  const played = new PlayedClass(20);
  played.accept({ kind: "start", round: ROUND_IDS.indexOf("weak-and-strong") });
  played.step(100);
  played.accept({ kind: "join", seat: 20, name: 20, bot: false });
  played.accept({ kind: "join", seat: 21, name: 21, bot: false });
  const { contacts } = played.session.cell;
  expect(contacts[20]).toBe(contacts[0]);
  expect(contacts[21]).toBe(contacts[1]);
  expect(contacts[0]).toBeCloseTo(2.8, 6);
  expect(contacts[1]).toBeCloseTo(8, 6);
});
