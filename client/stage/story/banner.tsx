import type { Milestone } from "../../../shared/session/milestones.ts";
import type { ClassView } from "../../../shared/session/view.ts";
import { fill, language } from "../../ui/locale.ts";
import { storyTexts } from "../../ui/story-locale.ts";
import { nameOf } from "../figures.ts";
import "./banner.css";

export interface BannerProps {
  readonly milestone: Milestone | undefined;
  /** Whether it stands at the lower edge, because what it tells of is at the upper one. */
  readonly low: boolean;
  readonly view: ClassView;
}

/** Over the picture: what has just happened for the first time. Its place stays, so that readers hear what comes into it. */
export function Banner({ milestone, low, view }: BannerProps) {
  const texts = storyTexts();
  const seat = view.seats.find((one) => one.seat === milestone?.seat);
  return (
    <p class={low ? "banner low" : "banner"} role="status" data-testid="banner" data-kind={milestone?.kind ?? "none"}>
      {milestone && texts && (
        <span key={milestone.tick}>
          {fill(texts[milestone.kind], {
            percent: milestone.figure,
            name: seat ? nameOf(seat, language.value) : "",
          })}
        </span>
      )}
    </p>
  );
}
