import "../ui/tokens.css";
import "../ui/parts.css";
import "./remote.css";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { standardScript } from "../../shared/lesson/script.ts";
import { normaliseCode } from "../../shared/wire/code.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import type { Classroom } from "../net/classroom.ts";
import { enterClass } from "../net/enter-class.ts";
import { remoteStore } from "../net/stores.ts";
import { expose } from "../stage/expose.ts";
import { loadFonts } from "../ui/fonts.ts";
import { leadTexts } from "../ui/lead-locale.ts";
import { textsReady } from "../ui/locale.ts";
import { wallReady } from "../ui/wall-locale.ts";
import { RemotePage } from "./remote-page.tsx";

/** `/remote/CODE#KEY`: the key comes from the code on the wall, and serves once. */
const last = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const code = normaliseCode(last) ?? last;
const [, brought] = /^#([\w-]{43})$/.exec(location.hash) ?? [];
if (location.hash) history.replaceState(history.state, "", location.pathname);

const classroom = signal<Classroom | undefined>(undefined);
const own = localStorage.getItem(remoteStore(code));
// A new code from the wall goes before an old key: the teacher wants this phone in now.
if (!brought && own) classroom.value = enterClass(code, { remoteKey: own }, viewOf);
expose(() => classroom.peek()?.view.peek());

loadFonts();
await Promise.all([textsReady, wallReady]);
effect(() => {
  document.title = leadTexts()?.remote.title ?? "Fire Together";
});
render(
  <RemotePage
    code={code}
    script={standardScript}
    classroom={classroom}
    pair={
      brought === undefined
        ? undefined
        : (pin) => {
            classroom.peek()?.leave();
            classroom.value = enterClass(code, { pairing: { key: brought, pin } }, viewOf);
          }
    }
  />,
  document.getElementById("page")!,
);
