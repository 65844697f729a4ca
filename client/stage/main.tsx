import { effect } from "@preact/signals";
import { render } from "preact";
import { standardScript } from "../../shared/lesson/script.ts";
import { normaliseCode, spokenCode } from "../../shared/wire/code.ts";
import { viewOf } from "../../shared/wire/view-of.ts";
import { enterClass } from "../net/enter-class.ts";
import { remoteStore } from "../net/stores.ts";
import { loadFonts } from "../ui/fonts.ts";
import { fill, textsReady } from "../ui/locale.ts";
import { wallReady, wallTexts } from "../ui/wall-locale.ts";
import { expose } from "./expose.ts";
import "../ui/tokens.css";
import "../ui/parts.css";
import "./stage.css";
import "./panel.css";
import "./lobby.css";
import "./bar.css";
import "./laboratory/laboratory.css";
import "./conditions.css";
import "./narrow.css";
import { findAddress } from "./address.ts";
import { takeKeys } from "./keys.ts";
import { StagePage } from "./stage-page.tsx";

/** A path that holds no code is asked for as it is: the server answers as to any unknown one. */
const last = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const code = normaliseCode(last) ?? last;

const { hostKey, stageKey, classId } = takeKeys(code, location.hash, localStorage);
/** Of a teacher who goes on from another computer, by recovery phrase. */
const remoteKey = localStorage.getItem(remoteStore(code));
// A key in the address bar would be on the projector for all to see.
if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);

const classroom = enterClass(
  code,
  {
    ...(hostKey === undefined ? {} : { hostKey }),
    ...(stageKey === undefined ? {} : { stageKey }),
    ...(remoteKey === null ? {} : { remoteKey }),
  },
  viewOf,
);
const onStage = expose(() => classroom.view.peek());

void findAddress();
loadFonts();

await Promise.all([textsReady, wallReady]);
effect(() => {
  document.title = fill(wallTexts().stage.title, { code: spokenCode(code) });
});
render(
  <StagePage
    code={code}
    classroom={classroom}
    script={standardScript}
    host={hostKey !== undefined || remoteKey !== null}
    replay={() => {
      const id = classroom.classId ?? classId;
      return hostKey !== undefined && id !== undefined ? `/replay/${id}` : undefined;
    }}
    onStage={onStage}
  />,
  document.getElementById("page")!,
);
