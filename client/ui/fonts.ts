import regular from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url";
import bold from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2?url";

/**
 * Brings the page's typeface after everything else: text shows in the system's face until then, so that no font ever
 * stands between a student and the first tap on a slow network.
 */
export function loadFonts(): void {
  const load = (): void => {
    for (const [url, weight] of [
      [regular, "400"],
      [bold, "700"],
    ] as const) {
      const face = new FontFace("Atkinson Hyperlegible", `url(${url})`, { weight, display: "swap" });
      document.fonts.add(face);
      // Without the file the system's face stays: nothing to tell anyone.
      face.load().catch(() => undefined);
    }
  };
  if (document.readyState === "complete") load();
  else addEventListener("load", load, { once: true });
}
