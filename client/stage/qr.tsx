import { useMemo } from "preact/hooks";
import { renderSVG } from "uqr";

/** Modules of white around a code: what scanners ask for. */
const QUIET_ZONE = 4;

/** A QR code, as sharp as the screen. The link stands beside it in letters, so it has no text of its own. */
export function Qr({ link, place }: { readonly link: string; readonly place: string }) {
  const svg = useMemo(() => renderSVG(link, { border: QUIET_ZONE, ecc: "M" }), [link]);
  // Markup of our own generator: the link is in it as black and white squares only.
  return <div class={`qr ${place}`} data-testid="qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
