import { beforeEach, expect, test } from "vitest";
import { takeKeys } from "../../client/stage/keys.ts";

const HOST = "h".repeat(43);
const STAGE = "s".repeat(43);
let kept: Map<string, string>;
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
beforeEach(() => {
  kept = new Map();
});

test("a browser that has never seen the class holds nothing for it", () => {
  expect(takeKeys("KRM4T7", "", store)).toEqual({});
});

test("keys in a link's fragment are kept for the next visit", () => {
  expect(takeKeys("KRM4T7", `#host=${HOST}&stage=${STAGE}`, store)).toEqual({ hostKey: HOST, stageKey: STAGE });
  expect(takeKeys("KRM4T7", "", store)).toEqual({ hostKey: HOST, stageKey: STAGE });
});

test("a stage's key opens its own class only", () => {
  takeKeys("KRM4T7", `#stage=${STAGE}`, store);
  expect(takeKeys("BCD234", "", store)).toEqual({});
});

test("what the home page stored for a class is found, and a link's key joins it", () => {
  kept.set("fire-together.class.KRM4T7", JSON.stringify({ classId: "c1", stageKey: STAGE }));
  const other = "t".repeat(43);
  expect(takeKeys("KRM4T7", `#stage=${other}`, store)).toEqual({ classId: "c1", stageKey: other });
});

test("something that is not a key is not taken for one", () => {
  expect(takeKeys("KRM4T7", "#host=short&stage=%3Cscript%3E", store)).toEqual({});
});

test("a store that was written by someone else is as good as empty", () => {
  kept.set("fire-together.class.KRM4T7", "{oops");
  expect(takeKeys("KRM4T7", "", store)).toEqual({});
});
