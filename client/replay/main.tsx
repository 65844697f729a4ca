import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { expose } from "../stage/expose.ts";
import { loadFonts } from "../ui/fonts.ts";
import { textsReady } from "../ui/locale.ts";
import { wallReady, wallTexts } from "../ui/wall-locale.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "../stage/stage.css";
import "../stage/panel.css";
import "../stage/bar.css";
import "../stage/conditions.css";
import "./replay.css";
import "./bar/bar.css";
import { OpenPage } from "./open-page.tsx";
import { openRecording, type Player } from "./player.ts";
import { ReplayPage } from "./replay-page.tsx";
import { fileSource, keyOfLink, LOCAL, ownSource, SHARED, sharedSource } from "./source.ts";

const id = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const source = () => (id === SHARED ? sharedSource(keyOfLink(location.hash)) : ownSource(id));
/** What is played; a file that is opened takes the place of what was. */
const player = signal<Player | undefined>(id === LOCAL ? undefined : openRecording(source()));
const onStage = expose(() => player.peek()?.moment.peek()?.view);
const onBeside = expose(() => player.peek()?.beside.peek()?.view, "besideTogether");

let played = 0;
function openFile(file: File): void {
  player.peek()?.close();
  played++;
  player.value = openRecording(fileSource(file));
}

addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) openFile(file);
});

function Replay() {
  const shown = player.value;
  if (!shown) return <OpenPage openFile={openFile} />;
  return <ReplayPage key={played} player={shown} onStage={onStage} onBeside={onBeside} />;
}

loadFonts();

await Promise.all([textsReady, wallReady]);
effect(() => {
  document.title = wallTexts().replay.title;
});
render(<Replay />, document.getElementById("page")!);
