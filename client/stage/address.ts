import { signal } from "@preact/signals";

/**
 * Where phones find this server, with protocol: the teacher's own page may be open under `localhost`, which no phone
 * reaches, so the server tells its address on the network.
 */
export const address = signal(location.origin);

const LOCAL = /^(localhost|127\.|\[::1\])/;

/** Asks the server; a page that was itself opened under a public name keeps that name. */
export async function findAddress(): Promise<void> {
  if (!LOCAL.test(location.host)) return;
  try {
    const answer = await fetch("/api/address");
    const { urls } = (await answer.json()) as { urls?: unknown };
    const first = Array.isArray(urls) ? urls[0] : undefined;
    if (typeof first === "string" && URL.canParse(first)) address.value = new URL(first).origin;
  } catch {
    // The page's own address stays: right on a public server, and nothing better is known.
  }
}

/** The address as people type it. */
export const spokenAddress = (origin: string): string => origin.replace(/^https?:\/\//, "");

export const playLink = (origin: string, code: string): string => `${origin}/play/${code}`;
