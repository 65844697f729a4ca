import type { Group } from "../../shared/session/events.ts";

/** Students drawn around the cell, in two rings. */
const INNER = 8;
const OUTER = 16;
const MIDDLE = 300;

interface Student {
  readonly x: number;
  readonly y: number;
  readonly group: Group;
  readonly path: string;
}

/** Evenly around the cell, each dendrite with a slight bend of its own. */
function ring(count: number, radius: number, turn: number, bend: number): Student[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = ((i + turn) / count) * 2 * Math.PI;
    const stretch = radius * (1 + 0.055 * Math.sin(i * 2.4));
    const at = (r: number, swing: number): [number, number] => [
      Math.round(MIDDLE + r * Math.cos(angle + swing)),
      Math.round(MIDDLE + r * Math.sin(angle + swing)),
    ];
    const [x, y] = at(stretch, 0);
    const [bendX, bendY] = at(stretch * 0.55, i % 2 === 0 ? bend : -bend);
    const [footX, footY] = at(58, 0);
    return { x, y, group: i % 2 === 0 ? "A" : "B", path: `M${x} ${y}Q${bendX} ${bendY} ${footX} ${footY}` };
  });
}

const students = [...ring(INNER, 165, 0, 0.14), ...ring(OUTER, 265, 0.5, 0.05)];

/** The idea in one picture: many phones, one cell. Once, when the page opens, they fire together; then it rests. */
export function Cell() {
  return (
    <svg class="cell" viewBox="0 0 600 600" aria-hidden="true">
      <radialGradient id="lamp">
        <stop offset="0.4" stop-color="#fff3d0" />
        <stop offset="1" stop-color="#fff3d0" stop-opacity="0" />
      </radialGradient>
      {students.map(({ path }) => (
        <path key={path} class="dendrite" d={path} />
      ))}
      {students.map(({ path }) => (
        <path key={path} class="spike" d={path} pathLength={100} />
      ))}
      <circle class="light" cx={MIDDLE} cy={MIDDLE} r={170} fill="url(#lamp)" />
      <circle class="soma" cx={MIDDLE} cy={MIDDLE} r={62} />
      <circle class="nucleus" cx={MIDDLE} cy={MIDDLE} r={22} />
      {students.map(({ x, y, group }) => (
        <g key={`${x} ${y}`} class={`student group-${group}`} transform={`translate(${x} ${y})`}>
          <path d={group === "A" ? "M0-17a17 17 0 1 1 0 34a17 17 0 1 1 0-34z" : "M0-20L20 0L0 20L-20 0z"} />
        </g>
      ))}
    </svg>
  );
}
