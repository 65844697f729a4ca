import type { ComponentChildren } from "preact";

/** Circumference of the ring, in its 100 × 100 box. */
const TURN = 2 * Math.PI * 44;

/** Digits that fit into the ring at their full size. */
const FITS = 2;

export interface DialProps {
  /** How much of the ring is closed, 0 … 1. */
  readonly share: number;
  /** Beside the dial. */
  readonly line: string;
  readonly number: string;
  readonly lapse?: boolean;
  /** SVG drawn under the number. */
  readonly children?: ComponentChildren;
}

/** A ring that closes, a number in its middle and a line beside it: beats in a round, minutes in a lapse. */
export function Dial({ share, line, number, lapse = false, children }: DialProps) {
  return (
    <div class="beat">
      <svg class="beat-face" viewBox="0 0 100 100" aria-hidden="true">
        <circle class="beat-track" cx="50" cy="50" r="44" />
        <circle
          class={lapse ? "beat-done lapse" : "beat-done"}
          cx="50"
          cy="50"
          r="44"
          stroke-dasharray={`${TURN * share} ${TURN}`}
          transform="rotate(-90 50 50)"
        />
        {children}
        <text
          class={number.length > FITS ? "beat-number long" : "beat-number"}
          x="50"
          y="52"
          text-anchor="middle"
          dominant-baseline="central"
        >
          {number}
        </text>
      </svg>
      <p>{line}</p>
    </div>
  );
}
