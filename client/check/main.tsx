import { render } from "preact";
import { loadFonts } from "../ui/fonts.ts";
import { textsReady } from "../ui/locale.ts";
import "../ui/theme.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./check.css";
import { CheckPage } from "./check-page.tsx";
import { runCheck } from "./run.ts";

loadFonts();
await textsReady;
render(<CheckPage />, document.getElementById("page")!);
await runCheck();
