import { ballotWords } from "../ui/ballot-words.ts";
import { lessonTexts } from "../ui/lesson-locale.ts";
import type { Neuron } from "./neuron.ts";
import "./ballot.css";

/** What the class is asked, as buttons. */
export function Ballot({ neuron }: { readonly neuron: Neuron }) {
  const ballot = neuron.classroom.shared.value?.ballot;
  const texts = lessonTexts();
  const words = ballot && ballotWords(ballot);
  if (!ballot || !texts || !words) return null;
  const { bet } = neuron;
  const mine = bet.value?.due === ballot.due ? bet.value.option : -1;
  const choose = async (option: number): Promise<void> => {
    const before = bet.value;
    bet.value = { due: ballot.due, option };
    const answer = await neuron.classroom.ask("answer", { option });
    if (!answer?.ok) bet.value = before;
  };
  return (
    <div class="ballot-choices" data-testid="ballot">
      {words.options.map((option, i) => (
        <button
          key={option}
          type="button"
          data-testid={`option-${i}`}
          aria-pressed={mine === i}
          onClick={() => void choose(i)}
        >
          {option}
        </button>
      ))}
      <p role="status">{mine < 0 ? "" : texts.ballot.thanks}</p>
    </div>
  );
}
