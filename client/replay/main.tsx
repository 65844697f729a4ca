import { effect } from "@preact/signals";
import { render } from "preact";
import type { Stage } from "../scenes/stage.ts";
import { loadFonts } from "../ui/fonts.ts";
import { texts, textsReady } from "../ui/locale.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "../stage/stage.css";
import "../stage/panel.css";
import "../stage/bar.css";
import "./replay.css";
import { openRecording } from "./player.ts";
import { ReplayPage } from "./replay-page.tsx";

const id = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const player = openRecording(id);
let picture: Stage | undefined;

loadFonts();

await textsReady;
effect(() => {
  document.title = texts().replay.title;
});
render(
  <ReplayPage
    player={player}
    onStage={(stage) => {
      picture = stage;
    }}
  />,
  document.getElementById("page")!,
);

/** For tests, and for teachers who like to look behind the picture from the browser's console. */
Object.assign(window, {
  fireTogether: {
    get view() {
      return player.moment.peek()?.view;
    },
    describe: () => picture?.describe(),
  },
});
