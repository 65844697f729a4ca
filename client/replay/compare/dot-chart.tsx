/** A quantity of two classes in each of several phases. */
export interface DotChartProps {
  readonly title: string;
  /** What each line is, and the two values; undefined where a class has none. */
  readonly lines: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[];
  /** Least and most that the axis shows, and what everything is measured against. */
  readonly least: number;
  readonly most: number;
  readonly base: number;
}

/** Steps to which an axis that has to be longer is rounded. */
const STEP = 20;

/** The ends of the axis: as long as it must be. */
export function axisOf({ lines, least, most }: DotChartProps): { readonly low: number; readonly high: number } {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== undefined));
  return {
    low: Math.min(least, Math.floor(Math.min(...values, least) / STEP) * STEP),
    high: Math.max(most, Math.ceil(Math.max(...values, most) / STEP) * STEP),
  };
}

/** A line for each phase with a mark for each class: the picture of a column of the table, which says the same in figures. */
export function DotChart(chart: DotChartProps) {
  const { title, lines, base } = chart;
  const { low, high } = axisOf(chart);
  const at = (value: number): string => `${(100 * (value - low)) / (high - low)}%`;
  return (
    <figure class="dots" aria-hidden="true">
      <figcaption>{title}</figcaption>
      {lines.map(({ label, values: [one, other] }, i) => (
        <div class="dots-line" key={`${i} ${label}`}>
          <span>{label}</span>
          <div class="dots-track">
            <i class="dots-base" style={{ left: at(base) }} />
            {one !== undefined && other !== undefined && (
              <i
                class="dots-between"
                style={{ left: at(Math.min(one, other)), right: `calc(100% - ${at(Math.max(one, other))})` }}
              />
            )}
            {one !== undefined && <ClassMark side={0} left={at(one)} />}
            {other !== undefined && <ClassMark side={1} left={at(other)} />}
          </div>
        </div>
      ))}
      <div class="dots-line dots-axis">
        <span />
        <div class="dots-track">
          {[low, base, high].map((value, i) =>
            i === 1 && (value === low || value === high) ? null : (
              <span key={value} style={{ left: at(value) }}>
                {String(value).replace("-", "−")}
              </span>
            ),
          )}
        </div>
      </div>
    </figure>
  );
}

/** What stands for a class: its colour and its shape. */
export function ClassMark({ side, left }: { readonly side: 0 | 1; readonly left?: string }) {
  return (
    <svg
      class={`class-mark side-${side}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      {...(left ? { style: { left } } : {})}
    >
      <path d={side === 0 ? "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16" : "M10 1l9 9l-9 9l-9-9z"} />
    </svg>
  );
}
