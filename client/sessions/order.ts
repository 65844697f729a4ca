import type { Shelved } from "../../shared/wire/shelf.ts";

/** Ways to sort a shelf. */
export const SORTS = ["newest", "oldest", "title", "length", "seats", "bytes"] as const;
export type Sort = (typeof SORTS)[number];

/** Length of a session on the wall, ms; 0 while it runs. */
export const lengthOf = ({ createdAt, endedAt }: Shelved): number => (endedAt === null ? 0 : endedAt - createdAt);

/** Small letters without accents: what is typed finds `José` and `jose` alike. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const ORDERS: Readonly<Record<Sort, (a: Shelved, b: Shelved, name: (of: Shelved) => string) => number>> = {
  newest: (a, b) => b.createdAt - a.createdAt,
  oldest: (a, b) => a.createdAt - b.createdAt,
  title: (a, b, name) => name(a).localeCompare(name(b), undefined, { numeric: true }),
  length: (a, b) => lengthOf(b) - lengthOf(a),
  seats: (a, b) => b.seats - a.seats,
  bytes: (a, b) => (b.bytes ?? 0) - (a.bytes ?? 0),
};

/**
 * What is shown of a shelf: sessions of which every word that was typed is said, those that run on top.
 * @param name what a session is called
 * @param said all that is said of a session, to search in
 */
export function ordered(
  shelf: readonly Shelved[],
  sort: Sort,
  words: string,
  { name, said }: { readonly name: (of: Shelved) => string; readonly said: (of: Shelved) => string },
): Shelved[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const isWanted = (session: Shelved): boolean => {
    const text = plain(said(session));
    return wanted.every((word) => text.includes(word));
  };
  const runs = ({ endedAt }: Shelved): number => Number(endedAt === null);
  return shelf.filter(isWanted).sort((a, b) => runs(b) - runs(a) || ORDERS[sort](a, b, name));
}
