import "../ui/theme.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./home.css";
import { render } from "preact";
import { loadFonts } from "../ui/fonts.ts";
import { textsReady } from "../ui/locale.ts";
import { Home } from "./home.tsx";

void textsReady.then(() => render(<Home />, document.getElementById("page")!));
loadFonts();
