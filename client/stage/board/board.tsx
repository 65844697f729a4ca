import { useCallback, useMemo, useRef } from "preact/hooks";
import { pulseTime } from "../../../shared/session/pulse.ts";
import type { ClassView } from "../../../shared/session/view.ts";
import { seatNumber } from "../../ui/format.ts";
import { lessonTexts } from "../../ui/lesson-locale.ts";
import { useFrames } from "../frames.ts";
import type { Show } from "../show.ts";
import { type BoardState, boardOn, linkedPairs, SIGNS } from "./board-state.ts";
import { perimeter, placesAround } from "./ring.ts";
import "./board.css";

/** The ring that the class stands in, in the drawing's own units. */
const [WIDTH, HEIGHT, MARGIN] = [170, 90, 8];
/** How long a tap is seen, ms. */
const TAP_MS = 260;

/** In rounds with pictures the class itself is what is drawn: who fires with whom, which links that left, and who comes back. */
export function Board({ show, view }: { readonly show: Show; readonly view: ClassView }) {
  const state = boardOn(show, view);
  return state ? <Ring show={show} view={view} state={state} /> : null;
}

interface RingProps {
  readonly show: Show;
  readonly view: ClassView;
  readonly state: BoardState;
}

function Ring({ show, view, state }: RingProps) {
  const { memory } = state;
  const texts = lessonTexts()?.board;
  const svg = useRef<SVGSVGElement>(null);
  useFrames(useCallback(() => markTaps(svg.current, show), [show]));
  const count = view.seats.length;
  const places = useMemo(() => placesAround(count, { width: WIDTH, height: HEIGHT, margin: MARGIN }), [count]);
  const at = new Map(view.seats.map(({ seat }, i) => [seat, places[i]!]));
  const radius = Math.min(MARGIN - 2, (0.42 * perimeter(places)) / Math.max(1, count));
  if (!texts) return null;
  return (
    <section class="board" data-testid="board" data-picture={state.picture} data-reached={memory.reached}>
      <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={texts.label}>
        {linkedPairs(memory).map(([a, b]) => {
          const [from, to] = [at.get(a), at.get(b)];
          const bright = state.roleOf(a) !== "" && state.roleOf(b) !== "";
          return from && to ? (
            <line
              key={`${a}-${b}`}
              class={bright ? "link bright" : "link"}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
            />
          ) : null;
        })}
        {view.seats.map(({ seat, connected, bot }) => {
          const role = state.roleOf(seat);
          const { x, y } = at.get(seat)!;
          return (
            <g key={seat} class={`cell ${role || "plain"}${connected || bot ? "" : " away"}`} data-seat={seat}>
              <circle cx={x} cy={y} r={radius} />
              <text x={x} y={y} style={{ fontSize: `${radius * 1.05}px` }}>
                {seatNumber(seat)}
              </text>
              {role && role !== "taps" && (
                <text
                  class="sign"
                  x={x + radius * 0.95}
                  y={y - radius * 0.95}
                  style={{ fontSize: `${radius * 1.2}px` }}
                >
                  {SIGNS[role]}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
}

/** Lights up the neurons that tapped a moment ago. */
function markTaps(svg: SVGSVGElement | null, show: Show): void {
  const moment = svg && show.moment();
  if (!moment) return;
  const lit = new Set<string>();
  for (const pulse of moment.pulses) {
    for (const { seat, offset } of pulse.taps) {
      const ago = moment.time - pulseTime(pulse) - offset;
      if (ago >= 0 && ago < TAP_MS) lit.add(String(seat));
    }
  }
  for (const cell of svg.querySelectorAll<SVGGElement>(".cell"))
    cell.classList.toggle("tapped", lit.has(cell.dataset.seat!));
}
