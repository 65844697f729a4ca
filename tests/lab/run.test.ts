import { describe, expect, test } from "vitest";
import { beside } from "../../shared/lab/compare.ts";
import type { Figure, LabResult } from "../../shared/lab/figure.ts";
import { MARKS, SERIES, SUMMARIES } from "../../shared/lab/ids.ts";
import { isSource } from "../../shared/lab/published/sources.ts";
import type { LabRequest } from "../../shared/lab/request.ts";
import { checkRequest, labResult, runLab } from "../../shared/lab/run.ts";
import { entryOf, PROTOCOLS, type ProtocolId } from "../../shared/protocols/catalogue.ts";
import { experimentOf } from "../../shared/protocols/laboratory/plan.ts";
import { lowFrequency } from "../../shared/protocols/laboratory/tetanus.ts";
import { checkStimulation } from "../../shared/session/stimulation.ts";

const request = (protocol: ProtocolId, more: Partial<LabRequest> = {}): LabRequest => ({
  ...{ protocol, pathway: entryOf(protocol).pathway ?? "ca1", drugs: [], modules: [], seed: 1, settings: {} },
  ...more,
});
const figure = ({ figures }: LabResult, id: Figure["id"]): Figure => figures.find((each) => each.id === id)!;
const line = (result: LabResult, id: Figure["id"], series: string) =>
  figure(result, id).series.find((each) => each.id === series)!;
const number = ({ summary }: LabResult, id: string): number => summary.find((each) => each.id === id)!.value;

const COURSE = ["strength", "expression", "consolidation"];
const FIGURES: Partial<Record<ProtocolId, readonly string[]>> = {
  tetanus: [...COURSE, "voltage", "calcium"],
  "low-frequency": [...COURSE, "voltage", "calcium"],
  conditioning: ["strength", "responses", "expression", "consolidation", "voltage", "calcium", "curve"],
  serotonin: [...COURSE, "curve"],
  discrimination: ["responses", "telling-apart"],
  stdp: ["curve"],
  frequency: ["curve"],
  recall: ["recall"],
};

describe.each(PROTOCOLS)("%s", (protocol) => {
  const result = labResult(request(protocol));

  test("gives the figures that belong to it, with finite numbers and few enough points to draw", () => {
    const ids = result.figures.map(({ id }) => id);
    if (FIGURES[protocol]) expect(ids).toEqual(FIGURES[protocol]);
    expect(ids.includes("strength")).toBe(entryOf(protocol).kind === "course");
    expect(new Set(ids).size).toBe(ids.length);
    for (const { series } of result.figures) {
      for (const { x, y } of series) {
        expect(x.length).toBe(y.length);
        expect(x.length).toBeGreaterThan(0);
        expect(x.length).toBeLessThanOrEqual(602);
        expect([...x, ...y].every(Number.isFinite)).toBe(true);
      }
    }
  });

  test("names nothing that has no text", () => {
    const series = result.figures.flatMap((each) => each.series.map(({ id }) => id)).filter((id) => !isSource(id));
    expect(SERIES).toEqual(expect.arrayContaining(series));
    expect(MARKS).toEqual(
      expect.arrayContaining(result.figures.flatMap(({ marks = [] }) => marks.map(({ id }) => id))),
    );
    expect(SUMMARIES).toEqual(expect.arrayContaining(result.summary.map(({ id }) => id)));
  });

  test("published series are those of sources, and marked as such", () => {
    for (const each of result.figures.flatMap(({ series }) => series))
      expect(each.published ?? false).toBe(isSource(each.id));
  });
});

describe("running", () => {
  test("reports progress that rises from 0 to 1", () => {
    for (const protocol of ["tetani", "stdp", "recall"] as const) {
      const run = runLab(request(protocol));
      let last = 0;
      for (let next = run.next(); !next.done; next = run.next()) {
        expect(next.value).toBeGreaterThanOrEqual(last);
        expect(next.value).toBeLessThanOrEqual(1);
        last = next.value;
      }
      expect(last).toBeGreaterThan(0.9);
    }
  });

  test("the same request gives the same result, another seed other classes", () => {
    const small = { settings: { classes: 2, taps: 3 } };
    const [a, b] = [labResult(request("synchrony", small)), labResult(request("synchrony", small))];
    expect(a).toEqual(b);
    expect(labResult(request("synchrony", { ...small, seed: 2 })).figures).not.toEqual(a.figures);
  });

  test.each([
    [{ protocol: "nope" }, /no protocol "nope"; there are/],
    [{ pathway: "moon" }, /no pathway "moon"; there are ca1/],
    [{ drugs: ["water"] }, /no drug "water"; there are apv/],
    [{ modules: ["turbo"] }, /no module "turbo"; there are retention/],
    [{ seed: -1 }, /seed -1: a whole number from 0 to/],
    [{ settings: { gap: 1 } }, /no setting of tetanus "gap"/],
    [{ gammaShare: 1.5 }, /gamma-share = 1.5: from 0 to 1/],
    [{ gammaShare: Number.NaN }, /gamma-share = NaN: from 0 to 1/],
    [{ drugs: ["apv"], settings: { "drug-from": 5, "drug-to": 2 } }, /drug-to = 2: later than drug-from, which is 5/],
    [{ protocol: "recall", settings: { cue: 4 } }, /cue = 4: fewer than the 4/],
    [{ protocol: "recall", settings: { students: 6 } }, /active = 4: at most half of the 6/],
  ])("%o is refused", (change, complaint) => {
    const wrong = { ...request("tetanus"), ...change } as LabRequest;
    expect(() => checkRequest(wrong)).toThrow(complaint);
    expect(() => labResult(wrong)).toThrow(RangeError);
  });
});

describe("settings", () => {
  test("slow pulses come at any rate from 0.1 to 100 Hz, all of them and evenly, for hours if need be", () => {
    for (const [hz, pulses] of [
      ...[
        [0.1, 1500],
        [0.3, 1500],
        [0.4, 1439],
        [0.4, 1440],
        [1, 900],
        [7.3, 100],
        [100, 900],
      ],
    ] as [number, number][]) {
      const { steps } = experimentOf(lowFrequency({ hz, pulses, forced: 1 }));
      const trains = (of: "trains" | "forced") =>
        steps.flatMap(({ at, event }) => {
          if (event.kind !== "stimulate") return [];
          checkStimulation(event.stimulation);
          const { start, bursts, every, apart, pulses: count } = event.stimulation[of]![0]!;
          const step = bursts > 1 ? every : apart;
          return Array.from({ length: bursts * count }, (_, i) => 1000 * at + start + i * step);
        });
      const apart = Math.round(1000 / hz);
      const even = Array.from({ length: pulses }, (_, i) => i * apart);
      expect(trains("trains"), `${hz} Hz`).toEqual(even);
      expect(trains("forced")).toEqual(even.map((at) => at + 20));
    }
    const slowest = labResult(request("low-frequency", { settings: { hz: 0.1, hours: 1 } }));
    expect(line(slowest, "strength", "strong").x.at(-1)).toBeGreaterThan(149);
    expect(number(labResult(request("low-frequency", { settings: { hz: 100 } })), "after-15-min")).toBeGreaterThan(150);
  });

  test("the first train's traces show its pulses, also of a protocol that begins with a wait", () => {
    const plateau = labResult(request("plateau"));
    expect(Math.max(...line(plateau, "calcium", "weak").y)).toBeGreaterThan(0.1);
    expect(Math.max(...line(plateau, "voltage", "dendrite").y)).toBeGreaterThan(-60);
  });

  test("the share of γ moves early LTP between activity and number, and leaves its strength", () => {
    const [standard, activity, number_] = [0.4, 1, 0].map((gammaShare) =>
      labResult(request("tetanus", { gammaShare })),
    );
    const most = (result: LabResult, id: string) => Math.max(...line(result, "expression", id).y);
    expect(standard!.figures).toEqual(labResult(request("tetanus")).figures);
    expect(most(activity!, "gamma")).toBeGreaterThan(1.6);
    expect(most(activity!, "receptors")).toBeLessThan(62);
    expect(most(number_!, "gamma")).toBeCloseTo(1, 6);
    expect(most(number_!, "receptors")).toBeGreaterThan(96);
    for (const each of [activity!, number_!]) {
      expect(number(each, "after-1-h")).toBeCloseTo(number(standard!, "after-1-h"), 0);
    }
  });
});

describe("what comes out is what the laboratories found", () => {
  test("one tetanus fades in hours, four last; anisomycin takes the late part alone, also through its window", () => {
    expect(number(labResult(request("tetanus")), "after-8-h")).toBeLessThan(105);
    const four = labResult(request("tetani"));
    expect(number(four, "after-24-h")).toBeGreaterThan(170);
    const blocked = labResult(request("tetani", { drugs: ["anisomycin"] }));
    expect(number(blocked, "after-15-min")).toBeGreaterThan(165);
    expect(number(blocked, "after-24-h")).toBeLessThan(103);
    // Row D13: from 35 minutes before to three hours after.
    const window = { "drug-from": -35 / 60, "drug-to": 3 };
    const washed = labResult(request("tetani", { drugs: ["anisomycin"], settings: window }));
    expect(number(washed, "after-8-h")).toBeCloseTo(107.3, 0);
    const late = labResult(request("tetani", { drugs: ["anisomycin"], settings: { "drug-from": 6 } }));
    expect(number(late, "after-24-h")).toBeGreaterThan(170);
    expect(figure(late, "strength").marks!.map(({ id }) => id)).toContain("drug-begins");
  });

  test("blocking the channel or the insertion shows in what is transmitted", () => {
    const at = (drugs: LabRequest["drugs"]) => number(labResult(request("tetanus", { drugs })), "after-15-min");
    const control = at([]);
    expect(at(["s831a"])).toBeLessThan(control - 10);
    expect(at(["exocytosis-block"])).toBeLessThan(control - 10);
    expect(at(["exocytosis-block"])).toBeGreaterThan(105);
  });

  test("a weak pathway is rescued by a strong one an hour later, not by one four hours later", () => {
    const rescued = line(labResult(request("tagging")), "curve", "weak");
    expect(rescued.y[rescued.x.indexOf(1)]).toBeGreaterThan(130);
    expect(rescued.y[rescued.x.indexOf(4)]).toBeLessThan(102);
  });

  test("after conditioning the tone alone fires the cell; extinction weakens it for some hours", () => {
    const conditioned = labResult(request("conditioning"));
    expect(number(conditioned, "spikes-before")).toBe(0);
    expect(number(conditioned, "spikes-after")).toBeGreaterThan(0);
    expect(line(conditioned, "strength", "cs-minus").y.at(-1)).toBeCloseTo(100, 0);
    // Hours from the first block: a day after training the tone comes alone; a day later it has recovered by itself.
    const { x, y } = line(labResult(request("extinction")), "strength", "cs");
    const between = (from: number, to: number) => y.filter((_, i) => x[i]! > from && x[i]! < to);
    const trained = Math.min(...between(20, 25));
    expect(Math.min(...between(25.5, 27))).toBeLessThan(trained - 5);
    expect(y.at(-1)!).toBeGreaterThan(trained - 1);
  });

  test("tones that share little are told apart, tones that share all are not", () => {
    const result = labResult(request("discrimination"));
    const [withFood, without] = [line(result, "responses", "with-food").y, line(result, "responses", "without-food").y];
    expect([withFood[0]! > 0, without[0]!]).toEqual([true, 0]);
    expect(without.at(-1)).toBe(withFood.at(-1));
    expect(line(result, "telling-apart", "discriminability").y.at(-1)).toBeCloseTo(0, 6);
    expect(line(result, "telling-apart", "discriminability").y[0]).toBeGreaterThan(1);
  });

  test("slow pulses depress, fast ones potentiate; pairs follow the published closed form in culture", () => {
    const { x, y } = line(labResult(request("frequency")), "curve", "change");
    expect(y[x.indexOf(1)]!).toBeLessThan(90);
    expect(y[x.indexOf(50)]!).toBeGreaterThan(140);
    const culture = labResult(request("stdp", { pathway: "culture", settings: { hz: 1, pairs: 60 } }));
    const [ours, theirs] = [line(culture, "curve", "change"), line(culture, "curve", "graupner-brunel-2012")];
    for (const [i, value] of ours.y.entries()) expect(Math.abs(value - theirs.y[i]!)).toBeLessThan(4);
  });
});

describe("published values", () => {
  const sources = (result: LabResult): string[] =>
    result.figures.flatMap(({ series, reported = [] }) => [
      ...series.flatMap(({ id, published }) => (published ? [id] : [])),
      ...reported.map(({ source }) => source),
    ]);

  test("stand beside undrugged CA1, and not beside what they do not belong to", () => {
    expect(sources(labResult(request("tetanus")))).toContain("clopath-2008");
    expect(sources(labResult(request("tetanus", { drugs: ["apv"] })))).toEqual([]);
    expect(sources(labResult(request("tetanus", { pathway: "amygdala" })))).toEqual([]);
    expect(sources(labResult(request("tetanus", { settings: { pulses: 21 } })))).toEqual([]);
  });

  test("an optional mechanism leaves them out: nobody measured or computed with ours", () => {
    for (const protocol of ["tetanus", "stdp", "frequency", "associativity", "serotonin"] as const) {
      expect(sources(labResult(request(protocol))), protocol).not.toEqual([]);
      expect(sources(labResult(request(protocol, { modules: ["metaplasticity"] }))), protocol).toEqual([]);
    }
    expect(sources(labResult(request("months", { modules: ["retention"] })))).toContain("abraham-2002");
    expect(sources(labResult(request("months", { modules: ["synaptic-scaling"] })))).toEqual([]);
  });

  test("of three tetani under anisomycin there are some of just that", () => {
    const settings = { count: 3, gap: 10 };
    const blocked = labResult(request("tetani", { drugs: ["anisomycin"], settings }));
    const luboeinski = line(blocked, "strength", "luboeinski-2021");
    expect(luboeinski.y[luboeinski.x.indexOf(8)]).toBeCloseTo(101.7, 6);
  });

  test("beside a drug, the lines without it carry their own published values", () => {
    const own = labResult(request("tetanus", { drugs: ["apv"] }));
    const both = beside(own, labResult(request("tetanus")));
    const strength = figure(both, "strength");
    expect(strength.series.map(({ id, without }) => [id, without ?? false])).toEqual([
      ["strong", false],
      ["control", false],
      ["strong", true],
      ["clopath-2008", true],
      ["luboeinski-2021", true],
    ]);
    expect(strength.reported!.every(({ without }) => without)).toBe(true);
    expect(figure(both, "calcium")).toEqual(figure(own, "calcium"));
  });
});
