/** How long the server may take to answer, ms: told well within eight seconds. */
const PATIENCE_MS = 4000;

export type Greeting = "ours" | "portal" | "silent";

/** Says hello to the server under an address. An answer that is not its own comes from whatever stands in between. */
export async function greet(origin: string): Promise<Greeting> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${origin}/api/hello`, { cache: "no-store", signal });
    const said: unknown = await answer.json().catch(() => undefined);
    return isHello(said) ? "ours" : "portal";
  } catch {
    return "silent";
  }
}

const isHello = (said: unknown): boolean =>
  typeof said === "object" && said !== null && "here" in said && said.here === "fire-together";

/** The server's addresses as it knows them, the one to show first. */
export async function addresses(): Promise<readonly string[]> {
  const answer = await fetch("/api/address", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  const { urls } = (await answer.json()) as { urls?: unknown };
  return Array.isArray(urls) ? urls.filter((url) => typeof url === "string" && URL.canParse(url)) : [];
}
