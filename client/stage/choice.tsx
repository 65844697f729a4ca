import { LESSON_IDS, type LessonId, lessons } from "../../shared/lesson/lessons.ts";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { lessonTexts, roundTexts, stepTitle } from "../ui/lesson-locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import type { Desk } from "./desk.ts";

const FREE = "free";

interface ChoiceProps {
  readonly desk: Desk;
  readonly view: ClassView;
  readonly script: readonly Round[];
}

/** What comes next: a step of the lesson, or a round where the class follows none; and which lesson it follows. */
export function Choice({ desk, view, script }: ChoiceProps) {
  const words = lessonTexts();
  const choose = (value: string): void => {
    if (value === FREE) void desk.takeUp([]);
    else if (value.startsWith("lesson ")) void desk.takeUp(lessons[value.slice(7) as LessonId].steps);
    else desk.choose(Number(value));
  };
  const titles = view.lesson ? view.lesson.steps.map(stepTitle) : script.map(({ id }) => roundTexts(id).title);
  return (
    <label>
      <span class="visually-hidden">{wallTexts().stage.bar.round}</span>
      <select
        class="choice"
        data-testid="round-select"
        value={String(desk.round.value)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <optgroup label={view.lesson ? words?.bar.step : words?.bar.free}>
          {titles.map((title, index) => (
            <option key={`${index} ${title}`} value={index}>
              {index + 1} {title}
            </option>
          ))}
        </optgroup>
        <optgroup label={words?.bar.lesson}>
          {LESSON_IDS.map((id) => (
            <option key={id} value={`lesson ${id}`}>
              {words?.lessons[id]}
            </option>
          ))}
          {view.lesson && <option value={FREE}>{words?.bar.free}</option>}
        </optgroup>
      </select>
    </label>
  );
}
