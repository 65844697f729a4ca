import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";
import { entryOf, PROTOCOLS } from "../../shared/protocols/catalogue.ts";
import { parseCsv } from "./parse-csv.ts";
import { parseXml } from "./xml.ts";

const COMMAND = resolve(import.meta.dirname, "../../server/lab.ts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fire-together-lab-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The command as people run it, in a folder of its own. */
async function lab(...args: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let [out, error] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    error += data.toString();
  });
  await once(child, "close");
  return { code: child.exitCode, out, error };
}

test("a protocol with a drug: a table with and without it, and files of both", async () => {
  const { code, out, error } = await lab(
    ...["tetani", "--drug", "anisomycin", "--set", "count=3", "--set", "gap=10", "--out", "results"],
  );
  expect([code, error]).toEqual([0, ""]);
  const files = readdirSync(join(folder, "results")).sort();
  expect(files).toEqual(
    [
      ...["tetani.csv", "tetani-anisomycin.csv"],
      ...["strength", "expression", "consolidation", "voltage", "calcium", "curve"].map(
        (id) => `tetani-anisomycin-${id}.svg`,
      ),
    ].sort(),
  );
  for (const file of files) expect(out).toContain(join("results", file));
  const [header, ...rows] = parseCsv(readFileSync(join(folder, "results", "tetani-anisomycin.csv"), "utf8"));
  expect(header).toEqual(["figure", "series", "x", "y", "published"]);
  expect(rows.every((row) => row.length === 5)).toBe(true);
  expect(rows.some(([, id, , , published]) => id === "luboeinski-2021" && published === "model")).toBe(true);
  for (const file of files.filter((name) => name.endsWith(".svg"))) {
    expect(parseXml(readFileSync(join(folder, "results", file), "utf8")).name).toBe("svg");
  }
  // A day later: nothing is left with the drug, 70 % are without it.
  const day = out.split("\n").find((line) => /^\s*24\s/.test(line))!;
  const [, withDrug, , without] = day.trim().split(/\s+/);
  expect(Number(withDrug)).toBeCloseTo(100, 0);
  expect(Number(without)).toBeGreaterThan(165);
});

test("without --out files go to lab-results; --alone leaves the control out; a name says its conditions", async () => {
  const { code } = await lab("tetanus", "--drug", "apv", "--pathway", "dentate", "--module", "retention", "--alone");
  expect(code).toBe(0);
  expect(readdirSync(join(folder, "lab-results"))).toContain("tetanus-dentate-apv-retention.csv");
  expect(readdirSync(join(folder, "lab-results"))).not.toContain("tetanus-dentate.csv");
});

test("a drug named twice is one drug; the share of γ is in the name", async () => {
  const { out } = await lab("tetanus", "--drug", "apv", "--drug", "apv", "--gamma-share", "0.6", "--alone");
  expect(out.split("\n")[0]).toBe("Tetanus · CA3 → CA1, adult · APV · Share of early LTP carried by γ: 0.6");
  expect(readdirSync(join(folder, "lab-results"))).toContain("tetanus-apv-gamma-0.6.csv");
});

test.each([
  ["en", "Levy & Steward 1983 (Dentate gyrus, living)"],
  ["pt-BR", "Levy & Steward 1983 (Giro denteado, vivo)"],
  ["es", "Levy & Steward 1983 (Giro dentado, vivo)"],
])("what was measured elsewhere than the experiment's region says where, in %s", async (language, label) => {
  const { out } = await lab("associativity", "--pathway", "ca1", "--language", language);
  expect(out).toContain(label);
});

test("a sweep in Portuguese, with the seed it was given, is the same each time", async () => {
  const args = ["synchrony", "--seed", "7", "--set", "classes=2", "--language", "pt-BR"];
  const [first, second] = [await lab(...args, "--out", "a"), await lab(...args, "--out", "b")];
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/\d,\d/);
  const read = (name: string) => readFileSync(join(folder, name, "synchrony.csv"), "utf8");
  expect(read("a")).toBe(read("b"));
  expect(second.out.split("\n").slice(0, 10)).toEqual(first.out.split("\n").slice(0, 10));
});

test("serotonin is given to the sea hare unless another region is named", async () => {
  await lab("serotonin", "--set", "pulses=5");
  expect(existsSync(join(folder, "lab-results", "serotonin-aplysia.csv"))).toBe(true);
});

test("--help lists every protocol with its settings, drug, pathway and module", async () => {
  const { code, out } = await lab("--help");
  expect(code).toBe(0);
  for (const id of [...PROTOCOLS, ...DRUGS, ...PATHWAYS, ...MODULES]) expect(out).toContain(id);
  for (const protocol of PROTOCOLS)
    for (const id of Object.keys(entryOf(protocol).settings)) expect(out).toContain(`${id}=`);
});

test.each([
  [[], /which protocol\? There are tetanus/],
  [["nope"], /no protocol "nope"; there are tetanus/],
  [["tetanus", "tetani"], /one protocol at a time/],
  [["tetanus", "--drug", "water"], /no drug "water"; there are apv/],
  [["tetanus", "--pathway", "moon"], /no pathway "moon"; there are ca1/],
  [["tetanus", "--module", "turbo"], /no module "turbo"; there are retention/],
  [["tetanus", "--language", "tlh"], /no language "tlh"; there are en/],
  [["tagging", "--set", "gap=99"], /gap = 99: from -6 to 6 \(hours\)/],
  [["tagging", "--set", "gap"], /--set gap: a setting and its number/],
  [["tagging", "--set", "gap=1,5"], /gap = 1,5: a number, with a point/],
  [["tetanus", "--seed", "x"], /seed = x: a number/],
  [["tetanus", "--seed", "1.5"], /seed 1.5: a whole number/],
  [["tetanus", "--seed=-1"], /seed -1: a whole number from 0 to/],
  [
    ["tetanus", "--seed", "-1"],
    /^--seed needs a value; one that begins with a dash is written like --seed=-1\n\nnpm run/,
  ],
  [["tetanus", "--drug"], /^--drug needs a value; .*\n\nnpm run/],
  [["tetanus", "--alone=1"], /^Option '--alone' does not take an argument\n\nnpm run/],
  [["tetanus", "--turbo"], /^Unknown option '--turbo': there are --drug, --module, .*--help\n\nnpm run/],
  [["tetanus", "--gamma-share", "2"], /gamma-share = 2: from 0 to 1/],
  [["low-frequency", "--set", "hz=200"], /hz = 200: from 0.1 to 100 \(hertz\)/],
])("%j: a sentence that says what is allowed, and nothing else", async (args, complaint) => {
  const { code, out, error } = await lab(...args);
  expect([code, out]).toEqual([1, ""]);
  expect(error).toMatch(complaint);
  expect(error).not.toMatch(/\n\s+at /);
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder that cannot be made is said, too", async () => {
  writeFileSync(join(folder, "taken"), "a file");
  const { code, error } = await lab("tetanus", "--out", "taken");
  expect(code).toBe(1);
  expect(error).toMatch(/taken/);
  expect(error).not.toMatch(/\n\s+at /);
});
