import { signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import type { Classroom } from "../../client/net/classroom.ts";
import { FUTURE_MS } from "../../client/scenes/moment.ts";
import { STALE_MS } from "../../client/stage/live-moment.ts";
import { liveShow } from "../../client/stage/live-show.ts";
import { TICK_MS } from "../../shared/session/events.ts";
import { syntheticMoment } from "../scenes/synthetic.ts";

afterEach(() => vi.unstubAllGlobals());

/** A class in which everyone taps twice a second, on a page that can be hidden. */
function busyClass() {
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
  let now = 2000;
  const here = () => syntheticMoment({ seats: 12 }, now);
  const view = signal(here().view);
  const classroom = { view, shared: signal(undefined), now: () => now, pulses: () => here().pulses };
  const { show, close } = liveShow(classroom as unknown as Classroom, []);
  return {
    show,
    close,
    hide(hidden: boolean) {
      page.hidden = hidden;
      page.dispatchEvent(new Event("visibilitychange"));
    },
    pass(ms: number) {
      now += ms;
      view.value = here().view;
    },
    drawn: () => now - FUTURE_MS,
  };
}

test("who comes back to a tab that was hidden sees what happens now, not all that happened meanwhile", () => {
  const { show, hide, pass, drawn, close } = busyClass();
  const before = show.moment()!;
  hide(true);
  pass(7000);
  hide(false);
  const back = show.moment()!;
  expect(back.time).toBe(drawn());
  expect(back.pulses.length).toBeLessThan(before.pulses.length);
  const oldest = back.pulses[0]!.tick * TICK_MS;
  expect(oldest).toBeGreaterThanOrEqual(back.time - STALE_MS);
  // Two seconds later everything is as if nothing had been.
  pass(2000);
  expect(show.moment()!.pulses[0]!.tick * TICK_MS).toBeLessThan(drawn() - 1500);
  close();
});

test("receptors that came while the tab was hidden are simply there: none flies in late", () => {
  const { show, hide, pass, close } = busyClass();
  pass(10_500);
  show.moment();
  hide(true);
  pass(4000);
  hide(false);
  const { view, changes } = show.moment()!;
  expect(view.seats[0]!.receptors).toBeGreaterThan(65);
  expect(changes).toEqual([]);
  close();
});
