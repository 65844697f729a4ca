import type { CloseUpTexts } from "../../../shared/locales/scenes/close-up-texts.ts";
import type { CloseUpFrame } from "../../scenes/view-model/close-up/close-up-frame.ts";
import type { CloseUpLayout } from "../../scenes/view-model/close-up/close-up-layout.ts";
import { placeLabels } from "../../scenes/view-model/close-up/labels.ts";
import { fill } from "../../ui/locale.ts";

export interface LabelsProps {
  /** Counts changes of what follows. */
  readonly version: number;
  readonly layout: CloseUpLayout;
  readonly frame: CloseUpFrame;
  /** Picture px per CSS px. */
  readonly ratio: number;
  readonly texts: CloseUpTexts;
}

/** Names of what is seen, each with a thin line to it. */
export function Labels({ layout, frame, ratio, texts }: LabelsProps) {
  const { stronger, weaker, ampa, ...others } = texts.labels;
  const placed = placeLabels(layout, frame.anchors, {
    ...others,
    ampa: fill(ampa, { count: frame.seated + frame.arriving }),
    tag: frame.tag < 0 ? weaker : stronger,
  });
  const px = (x: number): string => `${x / ratio}px`;
  return (
    <>
      <svg class="label-lines" viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
        {placed.map(({ key, x, y }) => {
          const to = frame.anchors[key];
          return (
            <g key={key}>
              <path class="under" d={`M${x} ${y}L${to.x} ${to.y}`} />
              <path d={`M${x} ${y}L${to.x} ${to.y}`} />
              <circle cx={to.x} cy={to.y} r={layout.letter * 0.13} />
            </g>
          );
        })}
      </svg>
      {placed.map(({ key, column, lines, x, y }) => (
        <p
          key={key}
          class={`close-up-label ${column}`}
          data-label={key}
          style={column === "left" ? { right: px(layout.width - x), top: px(y) } : { left: px(x), top: px(y) }}
        >
          {lines.map((line) => (
            <span key={line}>{line} </span>
          ))}
        </p>
      ))}
    </>
  );
}
