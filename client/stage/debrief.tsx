import { misconceptionOf } from "../../shared/lesson/quick-check/bank.ts";
import { classGain, LEAST_ANSWERS, type PairScore } from "../../shared/lesson/quick-check/score.ts";
import type { SettledBet } from "../../shared/session/lesson.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { share } from "../ui/format.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { reasonTexts } from "../ui/question-locale.ts";
import "./debrief.css";

/** At the end, over the picture: what the class had bet on, what it said, and what came true. Of the class, never of one. */
export function Debrief({ view }: { readonly view: ClassView }) {
  if (view.phase !== "ended" || view.settled.length + view.learnt.length === 0) return null;
  return (
    <section class="debrief" data-testid="debrief">
      <Debriefing view={view} />
    </section>
  );
}

/** The same without a place of its own. */
export function Debriefing({ view }: { readonly view: ClassView }) {
  const texts = lessonTexts();
  if (!texts) return null;
  const { debrief } = texts;
  return (
    <>
      {view.learnt.length > 0 && <Learnt pairs={view.learnt} />}
      {view.settled.length > 0 && (
        <table data-testid="bets">
          <caption class="visually-hidden">{debrief.title}</caption>
          <thead>
            <tr>
              <th scope="col">{debrief.question}</th>
              <th scope="col">{debrief.said}</th>
              <th scope="col">{debrief.was}</th>
            </tr>
          </thead>
          <tbody>
            {view.settled.map((bet, i) => (
              <tr key={`${i} ${bet.bet}`}>
                <th scope="row">{texts.bets[bet.bet].question}</th>
                <td>{said(bet, texts.bets[bet.bet].options) || "–"}</td>
                <td class={mostSaid(bet) === bet.outcome ? "as-said" : ""}>
                  {texts.bets[bet.bet].options[bet.outcome]} {mostSaid(bet) === bet.outcome ? "✓" : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What the quick check says of the class: how many knew better before and after, by idea, and the gain of all. */
function Learnt({ pairs }: { readonly pairs: readonly PairScore[] }) {
  const texts = lessonTexts();
  const misconceptions = reasonTexts()?.misconceptions;
  if (!texts || !misconceptions) return null;
  const gain = classGain(pairs);
  return (
    <table data-testid="learnt">
      <caption>
        {texts.debrief.learnt}
        {gain !== undefined && <b> {fill(texts.debrief.gain, { gain: share(gain) })}</b>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.debrief.thought}</th>
          <th scope="col">{texts.debrief.before}</th>
          <th scope="col">{texts.debrief.after}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ after, answered, right }) => (
          <tr key={after}>
            <th scope="row">{misconceptions[misconceptionOf(after)].thought}</th>
            <td>{right ? share(right.before / answered) : "–"}</td>
            <td>{right ? share(right.after / answered) : fill(texts.check.few, { least: LEAST_ANSWERS })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The option that most chose; -1 where nobody did. */
function mostSaid({ counts }: SettledBet): number {
  const most = Math.max(...counts);
  return most > 0 ? counts.indexOf(most) : -1;
}

/** "Nothing (17 of 24)". */
function said(bet: SettledBet, options: readonly string[]): string {
  const option = mostSaid(bet);
  const all = bet.counts.reduce((sum, n) => sum + n, 0);
  return option < 0 ? "" : `${options[option]} (${bet.counts[option]}/${all})`;
}
