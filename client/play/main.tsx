import "../ui/tokens.css";
import "../ui/parts.css";
import "./fire.css";
import "./play.css";
import { render } from "preact";
import { normaliseCode } from "../../shared/wire/code.ts";
import { enterClass } from "../net/enter-class.ts";
import { loadFonts } from "../ui/fonts.ts";
import { Play, Refused } from "./play.tsx";
import { stayAwake } from "./wake-lock.ts";

/** `/play/CODE`; no class has what cannot be a code. */
const code = normaliseCode(decodeURIComponent(location.pathname.split("/")[2] ?? ""));
render(
  code ? <Play classroom={enterClass(code, "student")} /> : <Refused reason="no-such-class" />,
  document.getElementById("page")!,
);
stayAwake();
loadFonts();
