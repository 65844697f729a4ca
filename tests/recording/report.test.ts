import { expect, test } from "vitest";
import { readRecording } from "../../shared/recording/recording.ts";
import { reportOf } from "../../shared/recording/report.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const [TOGETHER, WHO_GREW] = [2, 3];

test("a report has every round with what it came to, and the neuron whose synapse changed most", () => {
  const played = new PlayedClass(10);
  played.play(TOGETHER, () => true, 20);
  played.accept({ kind: "lapse", seconds: 86_400 });
  while (played.session.state.phase === "lapse") played.step();
  played.play(WHO_GREW, (seat) => seat !== 4, 20);
  played.accept({ kind: "end" });
  played.step(30);
  const { rounds, view, neuron } = reportOf(readRecording(played.text()));
  expect(rounds.map(({ id, met }) => [id, met])).toEqual([
    ["together", true],
    ["who-grew", true],
  ]);
  const [first, second] = rounds;
  expect(first!.synchrony).toBeGreaterThan(90);
  expect(first!.spikes).toBeGreaterThan(10);
  // What stood when the round was over, not what the day left of it.
  expect(first!.a).toBeGreaterThan(130);
  expect(second!.b).toBeLessThan(105);
  expect(view.phase).toBe("ended");
  expect(neuron!.seat % 2).toBe(0);
  expect(neuron!.taps).toBe(40);
});

test("a class in which nothing was played has a report, too", () => {
  const played = new PlayedClass(2);
  played.step(50);
  expect(reportOf(readRecording(played.text()))).toMatchObject({ rounds: [], neuron: { taps: 0, strength: 100 } });
});
