import { OPTIONS } from "../../shared/lesson/quick-check/bank.ts";
import { LEAST_ANSWERS, type PairScore } from "../../shared/lesson/quick-check/score.ts";
import type { BallotView, ClassView } from "../../shared/session/view.ts";
import { ballotWords } from "../ui/ballot-words.ts";
import { share } from "../ui/format.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { reasonTexts } from "../ui/question-locale.ts";
import "./check-answer.css";

/**
 * A question of the quick check that has been closed: the right option, why the others tempt, and how the class split. Of
 * few answers no split is shown: it could be read as somebody's.
 */
export function CheckAnswer({ view, ballot }: { readonly view: ClassView; readonly ballot: BallotView }) {
  const words = ballotWords(ballot);
  const texts = lessonTexts()?.check;
  const reasons = ballot.item && reasonTexts()?.reasons[ballot.item];
  if (!words || !texts || !reasons) return null;
  const answered = ballot.counts.reduce((sum, n) => sum + n, 0);
  const pair = view.learnt.find(({ after }) => after === ballot.item);
  return (
    <section class="ballot check" data-testid="ballot" data-open={false} data-outcome={ballot.outcome}>
      <ol>
        {words.options.map((option, i) => (
          <li key={option} class={i === ballot.outcome ? "true" : ""}>
            <b aria-hidden="true">{i === ballot.outcome ? "✓" : OPTIONS[i]!.toUpperCase()}</b>
            <div>
              <p class="check-option">
                {i === ballot.outcome && <span class="visually-hidden">{texts.right}: </span>}
                {option}
              </p>
              <p class="check-reason">{reasons[OPTIONS[i]!]}</p>
            </div>
            <em>{answered >= LEAST_ANSWERS ? share(ballot.counts[i]! / answered) : ""}</em>
          </li>
        ))}
      </ol>
      <p class="check-note" role="status">
        {pair ? pairWords(pair, texts) : answered < LEAST_ANSWERS ? fill(texts.few, { least: LEAST_ANSWERS }) : ""}
      </p>
    </section>
  );
}

/** "Right before: 40 %. Right now: 80 % (23 answered both)". */
function pairWords(pair: PairScore, texts: { readonly pair: string; readonly few: string }): string {
  const { answered, right } = pair;
  if (!right) return fill(texts.few, { least: LEAST_ANSWERS });
  return fill(texts.pair, { before: share(right.before / answered), after: share(right.after / answered), answered });
}
