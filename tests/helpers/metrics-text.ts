/** A series of Prometheus's text form: its name, its labels and its number. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Everything that a server tells of itself at /metrics. */
export async function scrape(url: string): Promise<readonly Series[]> {
  const response = await fetch(`${url}/metrics`);
  if (!response.ok) throw new Error(`/metrics answers ${response.status}`);
  return (await response.text())
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name = "", labels = "", value] = /^([a-zA-Z_:]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]);
      return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
    });
}

/** The sum of a metric's series that have these labels; NaN if there is none. */
export function sumOf(all: readonly Series[], name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = all.filter(
    (one) => one.name === name && Object.entries(labels).every(([key, text]) => one.labels[key] === text),
  );
  return found.length === 0 ? Number.NaN : found.reduce((sum, { value }) => sum + value, 0);
}

/** A percentile of what a histogram counted between two looks, as Prometheus's histogram_quantile has it. */
export function quantile(before: readonly Series[], after: readonly Series[], name: string, share: number): number {
  const counts = after
    .filter((one) => one.name === `${name}_bucket`)
    .map(({ labels, value }) => {
      const le = labels.le ?? "";
      return { le: Number(le.replace("+Inf", "Infinity")), count: value - sumOf(before, `${name}_bucket`, { le }) };
    });
  const wanted = share * (counts.at(-1)?.count ?? 0);
  const at = counts.findIndex(({ count }) => count >= wanted);
  const low = counts[at - 1] ?? { le: 0, count: 0 };
  const high = counts[at];
  if (!high || high.count === 0) return Number.NaN;
  if (high.le === Number.POSITIVE_INFINITY) return low.le;
  return low.le + ((high.le - low.le) * (wanted - low.count)) / (high.count - low.count || 1);
}
