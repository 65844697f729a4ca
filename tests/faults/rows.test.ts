import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missing, OTHERWISE, ROWS } from "./rows.ts";

const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".test.ts"));
const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), "utf8")));

/** Rows that a file tests: their number stands alone behind the parenthesis, or first in a table of rows. */
const tested = texts.flatMap((text) => [...text.matchAll(/(?:\brow\(|^ {2}\[)\s*(\d+),/gm)].map(([, n]) => Number(n)));

missing(
  ...Object.keys(ROWS)
    .map(Number)
    .filter((number) => !tested.includes(number)),
);

test("where a row is answered otherwise than asked is said, with the reason", () => {
  for (const [row, why] of Object.entries(OTHERWISE)) {
    expect(ROWS).toHaveProperty(row);
    console.log(`${row} ${why}`);
  }
});

test("every test of a row has a number of the list, and each row one test", () => {
  expect(tested.filter((number) => !(number in ROWS))).toEqual([]);
  expect(tested.filter((number, at) => tested.indexOf(number) !== at)).toEqual([]);
  expect(tested.length).toBe(Object.keys(ROWS).length);
});
