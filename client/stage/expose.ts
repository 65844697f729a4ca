import type { ClassView } from "../../shared/session/view.ts";
import type { Stage } from "../scenes/stage.ts";

/**
 * Puts `window.fireTogether` (or another name, for a second picture) on a page: what it shows, for tests, and for teachers who like to look behind the picture
 * from the browser's console.
 * @returns takes the picture once it is made
 */
export function expose(view: () => ClassView | undefined, name = "fireTogether"): (picture: Stage) => void {
  let picture: Stage | undefined;
  Object.assign(window, {
    [name]: {
      get view() {
        return view();
      },
      describe: () => picture?.describe(),
      anchors: () => picture?.anchors(),
    },
  });
  return (made) => {
    picture = made;
  };
}
