import "../ui/tokens.css";
import "../ui/parts.css";
import "./fire.css";
import "./play.css";
import { render } from "preact";
import { normaliseCode } from "../../shared/wire/code.ts";
import { enterClass } from "../net/enter-class.ts";
import { loadFonts } from "../ui/fonts.ts";
import { textsReady } from "../ui/locale.ts";
import { Play, Refused } from "./play.tsx";
import { stayAwake } from "./wake-lock.ts";

/** `/play/CODE`, from a card `/play/CODE#KEY`; no class has what cannot be a code. */
const code = normaliseCode(decodeURIComponent(location.pathname.split("/")[2] ?? ""));
const [, card] = /^#([\w-]{43})$/.exec(location.hash) ?? [];
if (location.hash) history.replaceState(history.state, "", location.pathname);
// The way into the class does not wait for the texts, nor they for it.
const classroom = code && enterClass(code, { student: { card } });
void textsReady.then(() =>
  render(
    classroom ? <Play classroom={classroom} /> : <Refused reason="no-such-class" />,
    document.getElementById("page")!,
  ),
);
stayAwake();
loadFonts();
