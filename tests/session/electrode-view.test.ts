import { expect, test } from "vitest";
import { electrodeView } from "../../shared/session/electrode-view.ts";
import { observe } from "../../shared/session/observe.ts";
import { durationOf, type SeatTrain } from "../../shared/session/stimulation.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const thetaBurst: SeatTrain = { at: "all", start: 0, bursts: 10, every: 200, pulses: 4, apart: 10 };
const slow: SeatTrain = { at: "A", start: 0, bursts: 1, every: 1, pulses: 900, apart: 1000 };
const told = (train: SeatTrain, ms: number) => electrodeView({ trains: [train], pace: 16 }, ms);

test("pulses are counted one by one, and none twice", () => {
  for (const train of [thetaBurst, { ...slow, pulses: 7 }, { ...thetaBurst, start: 35, pulses: 1 }]) {
    const { start, bursts, every, pulses, apart } = train;
    const times = Array.from({ length: bursts * pulses }, (_, i) => {
      return start + Math.floor(i / pulses) * every + (i % pulses) * apart;
    });
    for (let ms = 0; ms <= durationOf({ trains: [train], pace: 16 }); ms += 7) {
      expect(told(train, ms).given, `${ms} ms`).toBe(times.filter((at) => at < ms).length);
    }
  }
});

test("a rhythm is told as a laboratory tells it", () => {
  expect(told(thetaBurst, 0)).toMatchObject({ at: "all", pulses: 40, bursts: 10, apart: 10 });
  expect(told(slow, 0)).toMatchObject({ at: "A", pulses: 900, bursts: 1, apart: 1000 });
  // Bursts of a single pulse are a train; a pulse alone has no rhythm.
  expect(told({ ...slow, bursts: 900, every: 1000, pulses: 1, apart: 1 }, 0)).toMatchObject({ bursts: 1, apart: 1000 });
  expect(told({ ...slow, pulses: 1 }, 0)).toMatchObject({ pulses: 1, bursts: 1, apart: 0 });
});

test("single inputs, and inputs that differ, are told as some", () => {
  expect(told({ ...slow, at: 3 }, 0).at).toBe("some");
  expect(electrodeView({ trains: [slow, { ...slow, at: "B" }], pace: 16 }, 0)).toMatchObject({
    at: "some",
    pulses: 1800,
  });
  expect(electrodeView({ trains: [], pace: 16 }, 0)).toMatchObject({ given: 0, pulses: 0 });
});

test("a class shows what its electrode does, for as long as it does it", () => {
  const { session } = new PlayedClass(6);
  expect(observe(session).electrode).toBeNull();
  session.apply({ kind: "stimulate", stimulation: { trains: [thetaBurst], pace: 16 } });
  expect(observe(session).electrode).toMatchObject({ given: 0, pulses: 40 });
  for (let i = 0; i < 13; i++) session.step();
  expect(observe(session).electrode).toMatchObject({ given: 5, pulses: 40 });
  while (session.running) session.step();
  expect(observe(session).electrode).toBeNull();
});
