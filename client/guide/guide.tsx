import type { ComponentChildren } from "preact";
import { LESSON_IDS, lessons } from "../../shared/lesson/lessons.ts";
import { standardScript } from "../../shared/lesson/script.ts";
import { cardTexts } from "../ui/cards-locale.ts";
import { guideTexts } from "../ui/guide-locale.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { lessonTexts, stepTitle } from "../ui/lesson-locale.ts";
import { texts } from "../ui/locale.ts";

/** The teacher's guide: to read before the first lesson, on a screen or on paper. */
export function Guide() {
  const words = guideTexts();
  const lesson = lessonTexts();
  const cards = cardTexts();
  if (!words || !lesson || !cards) return null;
  return (
    <>
      <header class="guide-top">
        <a href="/">{texts().app.name}</a>
        <button type="button" class="button second" onClick={() => print()}>
          {words.print}
        </button>
        <LanguageSwitch />
      </header>
      <main class="guide" data-testid="guide">
        <h1>{words.title}</h1>
        {words.intro.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Part title={words.setUp.title}>
          <ol>
            {words.setUp.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
        <Part title={words.networks.title}>
          <p>
            {words.networks.before} <a href="/check">{words.networks.check}</a>
          </p>
          <Pairs pairs={words.networks.kinds.map(({ name, how }) => [name, how])} />
          <h3>{words.networks.trouble}</h3>
          <Pairs pairs={words.networks.troubles.map(({ when, does }) => [when, does])} />
        </Part>
        <Part title={words.lessons.title}>
          <p>{words.lessons.line}</p>
          <div class="guide-lessons">
            {LESSON_IDS.map((id) => (
              <section key={id}>
                <h3>{lesson.lessons[id]}</h3>
                <ol>
                  {lessons[id].steps.map((step, i) => (
                    <li key={i}>{stepTitle(step)}</li>
                  ))}
                </ol>
              </section>
            ))}
          </div>
        </Part>
        <Part title={words.rounds.title}>
          <p>{words.rounds.line}</p>
          {standardScript.map(({ id }) => (
            <section key={id} class="guide-round">
              <h3>{lesson.rounds[id].title}</h3>
              <p>
                <b>{words.rounds.shows}:</b> {lesson.rounds[id].happened}
              </p>
              <p>
                <b>{cards.title}:</b> {cards.rounds[id].say}
              </p>
              <p>
                <b>{cards.asks}:</b> {cards.rounds[id].ask}
              </p>
            </section>
          ))}
        </Part>
        <Part title={words.afterwards.title}>
          <List items={words.afterwards.items} />
        </Part>
        <Part title={words.limits.title}>
          <List items={words.limits.items} />
        </Part>
        <Part title={words.glossary.title}>
          <Pairs pairs={words.glossary.words.map(({ word, is }) => [word, is])} />
        </Part>
        <Part title={words.privacy.title}>
          <List items={words.privacy.items} />
        </Part>
      </main>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="guide-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

const Pairs = ({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) => (
  <dl>
    {pairs.map(([term, told]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{told}</dd>
      </div>
    ))}
  </dl>
);
