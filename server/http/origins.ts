/**
 * Whether a request with this Origin header may speak to us: pages of this very host, or of PUBLIC_URL. Programs that
 * are no browser send none and hold no visitor's keys, so they may.
 *
 * @param origin the Origin header
 * @param host the Host header
 */
export function familiarOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined || origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  return host !== undefined && new URL(origin).host === host.toLowerCase();
}
