import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Lesson, readLesson, type Step, withTwins } from "../../shared/lesson/lesson.ts";
import { LESSON_IDS, type LessonId, lessons } from "../../shared/lesson/lessons.ts";
import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { lessonTexts, roundTexts, stepTitle } from "../ui/lesson-locale.ts";
import { fill } from "../ui/locale.ts";
import { saveFile } from "../ui/save-file.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import type { Desk } from "./desk.ts";

/** What can be chosen besides steps and rounds. */
const [FREE, OPEN, SAVE] = ["free", "open", "save"];
/** What was wrong with a file stays on the bar so long, ms. */
const PROBLEM_MS = 8000;

interface ChoiceProps {
  readonly desk: Desk;
  readonly view: ClassView;
  readonly script: readonly Round[];
}

/** What comes next: a step of the lesson, or a round where the class follows none; and which lesson it follows. */
export function Choice({ desk, view, script }: ChoiceProps) {
  const words = lessonTexts();
  const file = useRef<HTMLInputElement>(null);
  const problem = useSignal("");
  useEffect(() => {
    if (!problem.value) return;
    const timer = setTimeout(() => {
      problem.value = "";
    }, PROBLEM_MS);
    return () => clearTimeout(timer);
  }, [problem.value]);

  const open = async (chosen: File): Promise<void> => {
    const read = readLesson(await chosen.text());
    if (read.ok) void desk.takeUp(read.lesson.steps);
    else problem.value = fill(words?.file[read.reason] ?? "", { detail: read.detail });
  };
  /** Of each pair of questions chance decides which comes first. */
  const takeUp = (id: LessonId): void => {
    const swaps = new Map<string, boolean>();
    const swap = (idea: string): boolean => {
      if (!swaps.has(idea)) swaps.set(idea, Math.random() < 0.5);
      return swaps.get(idea)!;
    };
    void desk.takeUp(withTwins(lessons[id].steps, swap));
  };
  const choose = (value: string): void => {
    if (value === FREE) void desk.takeUp([]);
    else if (value === OPEN) file.current?.click();
    else if (value === SAVE) save(view.lesson?.steps ?? []);
    else if (value.startsWith("lesson ")) takeUp(value.slice(7) as LessonId);
    else desk.choose(Number(value));
  };
  const titles = view.lesson ? view.lesson.steps.map(stepTitle) : script.map(({ id }) => roundTexts(id).title);
  return (
    <>
      <label>
        <span class="visually-hidden">{wallTexts().stage.bar.round}</span>
        <select
          class="choice"
          data-testid="round-select"
          value={String(desk.round.value)}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value);
            // What is no step does something, and is not what comes next.
            currentTarget.value = String(desk.round.peek());
          }}
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
            <option value={OPEN}>{words?.file.open}</option>
            {view.lesson && <option value={SAVE}>{words?.file.save}</option>}
            {view.lesson && <option value={FREE}>{words?.bar.free}</option>}
          </optgroup>
        </select>
      </label>
      <input
        ref={file}
        hidden
        type="file"
        accept="application/json,.json"
        data-testid="lesson-file"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void open(chosen);
          // The same file may be chosen again, once it is mended.
          currentTarget.value = "";
        }}
      />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </>
  );
}

function save(steps: readonly Step[]): void {
  const lesson: Lesson = { lesson: 1, title: "", steps };
  saveFile("fire-together-lesson.json", new Blob([JSON.stringify(lesson, null, 2)], { type: "application/json" }));
}
