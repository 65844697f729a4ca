import { effect } from "@preact/signals";
import { render } from "preact";
import { loadFonts } from "../ui/fonts.ts";
import { guideTexts } from "../ui/guide-locale.ts";
import { textsReady } from "../ui/locale.ts";
import "../ui/theme.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./guide.css";
import { Guide } from "./guide.tsx";

loadFonts();

await textsReady;
effect(() => {
  document.title = `${guideTexts()?.title ?? ""} · Fire Together`;
});
render(<Guide />, document.getElementById("page")!);
