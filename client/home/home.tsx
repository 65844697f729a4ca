import { useSignalEffect } from "@preact/signals";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { texts } from "../ui/locale.ts";
import { Cell } from "./cell.tsx";
import { Join } from "./join.tsx";
import { Teach } from "./teach.tsx";

/** The front door: students join by a code, teachers open a class. */
export function Home() {
  const { app } = texts();
  useSignalEffect(() => {
    document.title = texts().app.name;
  });
  return (
    <>
      <header class="top">
        <LanguageSwitch />
      </header>
      <main class="home">
        <div class="brand">
          <h1>{app.name}</h1>
          <p>{app.tagline}</p>
        </div>
        <Join />
        <Teach />
        <div class="picture">
          <Cell />
        </div>
      </main>
    </>
  );
}
