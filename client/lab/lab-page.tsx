import { labTexts } from "../ui/lab-locale.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { fill } from "../ui/locale.ts";
import { Form } from "./form.tsx";
import type { Lab } from "./lab.ts";
import { Results } from "./results.tsx";
import { number, progressText } from "./words.ts";

/** The lab: what to do on the left, what it gave on the right. */
export function LabPage({ lab }: { readonly lab: Lab }) {
  const { page } = labTexts();
  return (
    <>
      <header class="lab-head">
        <a class="home-link" href="/">
          {page.home}
        </a>
        <LanguageSwitch />
      </header>
      <main class="lab">
        <div class="side">
          <h1>{page.title}</h1>
          <p class="lead">{page.lead}</p>
          {lab.faults.length > 0 && (
            <p class="fault" role="alert" data-testid="fault">
              {fill(page.wrongLink, { reason: `${lab.faults.join("; ")}.` })}
            </p>
          )}
          <Progress lab={lab} />
          <Form lab={lab} />
          <p class="about">{page.share}</p>
        </div>
        <Results lab={lab} />
      </main>
    </>
  );
}

function Progress({ lab }: { readonly lab: Lab }) {
  const { page } = labTexts();
  const status = lab.status.value;
  const running = status.kind === "running";
  return (
    <div class="progress">
      {running ? (
        <button type="button" class="button second" data-testid="cancel" onClick={() => lab.cancel()}>
          {page.cancel}
        </button>
      ) : (
        <button type="button" class="button" data-testid="run" onClick={() => lab.run()}>
          {page.run}
        </button>
      )}
      <progress max={1} value={running ? status.share : status.kind === "done" ? 1 : 0} aria-label={page.results} />
      <p class={status.kind === "failed" ? "status fault" : "status"} role="status" data-testid="status">
        {statusText(lab)}
      </p>
    </div>
  );
}

function statusText(lab: Lab): string {
  const { page } = labTexts();
  const status = lab.status.value;
  switch (status.kind) {
    case "running":
      return progressText(status.share);
    case "done":
      return fill(page.ready, { seconds: number(Math.round(status.seconds * 10) / 10) });
    case "cancelled":
      return lab.results.value.length > 0 ? `${page.cancelled} ${page.before}` : page.cancelled;
    case "failed":
      return fill(page.failed, { reason: status.reason });
  }
}
