import { effect } from "@preact/signals";
import { render } from "preact";
import { loadFonts } from "../ui/fonts.ts";
import { labReady, labTexts } from "../ui/lab-locale.ts";
import { textsReady } from "../ui/locale.ts";
import { openLab } from "./lab.ts";
import { LabPage } from "./lab-page.tsx";
import "../ui/theme.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./lab.css";

loadFonts();

await Promise.all([textsReady, labReady]);
effect(() => {
  document.title = `${labTexts().page.title} · Fire Together`;
});
render(<LabPage lab={openLab(location.search)} />, document.getElementById("page")!);
