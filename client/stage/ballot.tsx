import type { BallotView, ClassView } from "../../shared/session/view.ts";
import { ballotWords } from "../ui/ballot-words.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { CheckAnswer } from "./check-answer.tsx";
import "./ballot.css";

/** Signs of the options: a word, a letter and a place of their own, so that no colour is needed. */
const SIGNS = ["A", "B", "C", "D"];

/**
 * What the class is asked, over the picture: the options while it answers (nobody is swayed by a count), the split once
 * it is closed, and what came true when that is known.
 */
export function Ballot({ view }: { readonly view: ClassView }) {
  const { ballot, lesson, phase } = view;
  const texts = lessonTexts();
  if (!ballot || !lesson || !texts || !isShown(view)) return null;
  if (ballot.item && !ballot.open) return <CheckAnswer view={view} ballot={ballot} />;
  const words = ballotWords(ballot);
  if (!words) return null;
  const { counts, open, outcome } = ballot;
  const most = Math.max(1, ...counts);
  const known = phase === "between" && outcome >= 0;
  const verdict = ballot.bet === null ? texts.ballot.chosen : texts.ballot.cameTrue;
  return (
    <section
      class={`ballot${known ? " known" : ""}${ballot.item ? " asks" : ""}`}
      data-testid="ballot"
      data-open={open}
      data-outcome={outcome}
    >
      {known && <h2>{ballot.bet === null ? texts.vote : words.question}</h2>}
      <ol>
        {words.options.map((option, i) => (
          <li key={option} class={known && i === outcome ? "true" : ""}>
            <b aria-hidden="true">{known && i === outcome ? "✓" : SIGNS[i]}</b>
            <span>{option}</span>
            {!open && (
              <>
                <meter class="visually-hidden" min={0} max={most} value={counts[i] ?? 0} aria-label={option} />
                <i aria-hidden="true">
                  <u style={{ width: `${(100 * (counts[i] ?? 0)) / most}%` }} />
                </i>
                <em>{counts[i] ?? 0}</em>
              </>
            )}
          </li>
        ))}
      </ol>
      {known && (
        <p role="status" class="visually-hidden">
          {fill(verdict, { option: words.options[outcome] ?? "" })}
        </p>
      )}
    </section>
  );
}

/** While it is asked, until something else begins, and again when the step that it was about is over. */
function isShown({ ballot, lesson, phase }: ClassView & { readonly ballot: BallotView | null }): boolean {
  if (!ballot || !lesson) return false;
  if (phase === "bet") return true;
  if (phase !== "between") return false;
  return ballot.current || (ballot.bet !== null && lesson.at === ballot.due);
}
