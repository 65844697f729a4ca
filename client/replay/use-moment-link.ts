import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { gaze, goTo, lookAt } from "../stage/gaze.ts";
import { readMoment } from "./moment-link.ts";
import type { Player } from "./player.ts";

/** Goes where the page's address leads, once there is a class, and whenever another moment stands in it. */
export function useMomentLink(player: Player): void {
  const ready = player.status.value === "ready";
  useEffect(() => {
    if (!ready) return;
    const go = (): void => {
      const { time, gaze: where, followed } = readMoment(location.hash);
      if (time !== undefined) player.seek(time);
      if (where) lookAt(where);
      if (followed !== undefined) player.followed.value = followed;
    };
    go();
    addEventListener("hashchange", go);
    return () => removeEventListener("hashchange", go);
  }, [player, ready]);
}

/** Whoever is followed is looked at where the picture is near, and the synapse that is clicked there is followed. */
export function useFollowing({ followed }: Player): void {
  useSignalEffect(() => {
    const { zoom, seat } = gaze.value;
    if (followed.peek() !== undefined && zoom !== "cell") followed.value = seat;
  });
  useSignalEffect(() => {
    const seat = followed.value;
    if (seat !== undefined && gaze.peek().seat !== seat) goTo(seat);
  });
}
