import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { ballotWords } from "../ui/ballot-words.ts";
import { duration } from "../ui/duration.ts";
import { plural, signed } from "../ui/format.ts";
import { lessonTexts, roundTexts } from "../ui/lesson-locale.ts";
import { fill, texts } from "../ui/locale.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { latest, receptorsWon } from "./figures.ts";
import { roundOf, type Show } from "./show.ts";
import { stimulationWords } from "./stimulation.tsx";

/** The top line: what the class does now, or what just happened, in words that the back row reads. */
export function Strip({ show }: { readonly show: Show }) {
  const view = show.view.value;
  if (!view) return <header class="strip" />;
  const { title, line, told } = headline(show, view);
  return (
    <header class={told ? "strip told" : "strip"}>
      <h1 class="headline">{title}</h1>
      <p class="line">{line}</p>
    </header>
  );
}

/** The region that rounds tell of; elsewhere the same taps do other things. */
const HOME = "ca1";

/** What to talk over: what the round is meant to show, or why it did not. */
function story(round: Round, view: ClassView): string {
  const { happened, missed } = roundTexts(round.id);
  if (view.conditions.pathway !== HOME && round.goal) {
    return fill(lessonTexts()?.elsewhere ?? "", { percent: Math.round(latest(view.plot).a) });
  }
  if (view.met !== false) return happened;
  const needsSpikes = round.asked === "all" && round.parts === undefined;
  return needsSpikes && view.cellSpikes === 0 ? wallTexts().stage.silent : missed;
}

/** What a class that stands between two things has behind it. */
function behind(round: Round | undefined, view: ClassView): string {
  if (view.behind !== "round") return wallTexts().stage.after[view.behind];
  return round ? story(round, view) : "";
}

const NOTHING = { title: "", line: "" };

/** The question to the class, and what to do about it. */
function asked({ ballot }: ClassView): { title: string; line: string; told?: boolean } {
  const words = ballot && ballotWords(ballot);
  const texts = lessonTexts();
  if (!words || !texts) return NOTHING;
  const { line, closed } = ballot.item ? texts.check : texts.ballot;
  const what = ballot.open ? line : closed;
  // A question of the quick check is longer than a bet.
  return ballot.item ? { title: what, line: words.question, told: true } : { title: words.question, line: what };
}

/** Title and line of what the class does now. */
export function headline(show: Pick<Show, "script">, view: ClassView): { title: string; line: string; told?: boolean } {
  const { stage, replay } = wallTexts();
  const { home } = texts();
  const round = roundOf(show, view);
  switch (view.phase) {
    case "lobby":
      return { title: replay.lobby, line: replay.lobbyLine };
    case "round":
      return round ? { title: roundTexts(round.id).title, line: roundTexts(round.id).instruction } : NOTHING;
    case "lapse":
      return {
        title: fill(stage.lapse.title, { time: duration(view.lapse.of) }),
        line: view.behind === "lapse" ? stage.lapse.long : stage.lapse.line,
      };
    case "stimulation":
      return view.electrode ? stimulationWords(view.electrode) : NOTHING;
    case "bet":
      return asked(view);
    case "between":
      // A question that has just been closed is what the class has in mind.
      if (view.ballot?.current && (view.ballot.item || view.ballot.outcome < 0)) return asked(view);
      return { title: stage.happened, line: behind(round, view), told: true };
    case "ended": {
      const line = fill(stage.ended.line, {
        neurons: plural(home.neurons, view.seats.length),
        receptors: signed(receptorsWon(view)),
      });
      return { title: stage.ended.title, line };
    }
  }
}
