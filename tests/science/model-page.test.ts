import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DRUGS } from "../../shared/model/drugs.ts";
import { MODULES } from "../../shared/model/modules.ts";
import { MODEL_VERSION, standardParameters } from "../../shared/model/parameters.ts";
import { PATHWAYS } from "../../shared/model/pathways.ts";

const page = readFileSync(join(import.meta.dirname, "../../shared/model/MODEL.md"), "utf8");

/** Symbols of the page that parameters.ts writes in another way. */
const NAMES: Readonly<Record<string, string>> = {
  "gA₁": "gA",
  "gN₁": "gN",
  "gI₁": "gI",
  "bF₀": "bF",
  "bS₀": "bS",
  "ρ₀": "rho0",
  "N₀": "N0",
};

const list = (cell: string): string[] => cell.split(",").map((item) => item.trim());

/** The page's table of constants; a symbol in brackets is no parameter. */
function constantsOfThePage(): Record<string, number> {
  const [, table = ""] = page.split("\n## Constants\n");
  const lines = table
    .split("\n## ")[0]!
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| -"));
  const constants = lines.slice(1).flatMap((line) => {
    const [, symbols = "", values = ""] = line.split("|");
    const numbers = list(values).map((value) => Number(value.replace("−", "-")));
    return list(symbols).map((symbol, i): [string, number] => [NAMES[symbol] ?? symbol, numbers[i]!]);
  });
  return Object.fromEntries(constants.filter(([symbol]) => !symbol.startsWith("(")));
}

test("MODEL.md has every constant with the value that the model uses, and no other", () => {
  const { rule, ...numbers } = standardParameters;
  expect(rule).toBe("two-threshold");
  expect(constantsOfThePage()).toEqual(numbers);
});

test("MODEL.md has every drug, region and optional mechanism", () => {
  const named = (name: string): boolean => new RegExp(`^\\|[^|]*\\b${name}\\b[^|]*\\|`, "m").test(page);
  expect([...DRUGS, ...PATHWAYS, ...MODULES].filter((name) => !named(name))).toEqual([]);
});

test("MODEL.md describes this version", () => {
  expect(page).toContain(`model version **${MODEL_VERSION}**`);
});

test("the table's command refuses what it does not know, in a sentence", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "validate.ts"), "--bogus"]);
  expect(status).toBe(2);
  expect(String(stderr).trim()).toBe("Unknown option '--bogus': there are --json, --markdown, --write");
});
