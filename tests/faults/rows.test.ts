import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missing, ROWS } from "./rows.ts";

/** Rows without a test: said in the list of results until they have one. */
const WITHOUT = Object.keys(ROWS)
  .map(Number)
  .filter(
    (n) =>
      ![
        ...[
          2, 4, 5, 6, 7, 8, 9, 13, 15, 19, 20, 21, 25, 26, 29, 31, 32, 33, 34, 37, 38, 39, 40, 41, 42, 49, 52, 53, 54,
          59, 61, 62, 64, 65,
        ],
      ].includes(n),
  );

missing(...WITHOUT);

test("each row of the list is a test, or is said to be missing", async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".test.ts"));
  const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), "utf8")));
  // A row's number stands alone behind the parenthesis, or first in a table of rows.
  const tested = texts.flatMap((text) =>
    [...text.matchAll(/(?:\brow\(|^ {2}\[)\s*(\d+),/gm)].map(([, n]) => Number(n)),
  );
  const all = [...tested, ...WITHOUT].sort((a, b) => a - b);
  expect(all).toEqual(Object.keys(ROWS).map(Number));
});
