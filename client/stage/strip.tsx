import type { Round } from "../../shared/lesson/round.ts";
import type { ClassView } from "../../shared/session/view.ts";
import { duration } from "../ui/duration.ts";
import { plural, signed } from "../ui/format.ts";
import { fill, texts } from "../ui/locale.ts";
import { receptorsWon } from "./figures.ts";
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

/** What to talk over: what the round is meant to show, unless the cell stayed silent in a round that needs its spikes. */
function story(round: Round, view: ClassView): string {
  const { stage, rounds } = texts();
  const needsSpikes = round.guided && round.classContacts > 0;
  return needsSpikes && view.cellSpikes === 0 ? stage.silent : rounds[round.id].happened;
}

/** What a class that stands between two things has behind it. */
function behind(round: Round | undefined, view: ClassView): string {
  if (view.behind !== "round") return texts().stage.after[view.behind];
  return round ? story(round, view) : "";
}

function headline(show: Show, view: ClassView): { title: string; line: string; told?: boolean } {
  const { stage, rounds, replay, home } = texts();
  const round = roundOf(show, view);
  switch (view.phase) {
    case "lobby":
      return { title: replay.lobby, line: replay.lobbyLine };
    case "round":
      return round ? { title: rounds[round.id].title, line: rounds[round.id].instruction } : { title: "", line: "" };
    case "lapse":
      return {
        title: fill(stage.lapse.title, { time: duration(view.lapse.of) }),
        line: view.behind === "lapse" ? stage.lapse.long : stage.lapse.line,
      };
    case "stimulation":
      return view.electrode ? stimulationWords(view.electrode) : { title: "", line: "" };
    case "between":
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
