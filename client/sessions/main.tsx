import { effect } from "@preact/signals";
import { render } from "preact";
import { loadFonts } from "../ui/fonts.ts";
import { textsReady } from "../ui/locale.ts";
import { sessionsTexts } from "../ui/sessions-locale.ts";
import { wallReady } from "../ui/wall-locale.ts";
import "../ui/theme.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./sessions.css";
import { SessionsPage } from "./sessions-page.tsx";
import { openShelf } from "./shelf.ts";

loadFonts();

await Promise.all([textsReady, wallReady]);
effect(() => {
  document.title = `${sessionsTexts()?.title ?? ""} · Fire Together`;
});
render(<SessionsPage shelf={openShelf()} />, document.getElementById("page")!);
