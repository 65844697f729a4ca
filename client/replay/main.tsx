import { effect } from "@preact/signals";
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
import { openRecording } from "./player.ts";
import { ReplayPage } from "./replay-page.tsx";

const id = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const player = openRecording(id);
const onStage = expose(() => player.moment.peek()?.view);
const onBeside = expose(() => player.beside.peek()?.view, "besideTogether");

loadFonts();

await Promise.all([textsReady, wallReady]);
effect(() => {
  document.title = wallTexts().replay.title;
});
render(<ReplayPage player={player} onStage={onStage} onBeside={onBeside} />, document.getElementById("page")!);
