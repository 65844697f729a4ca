import { ZOOMS } from "../../scenes/view-model/zoom/gaze.ts";
import { zoomTexts } from "../../ui/zoom-locale.ts";
import { gaze, zoomTo } from "../gaze.ts";
import "./zoom.css";

/** Three ways of looking: the whole cell, a branch, one synapse. */
export function ZoomControl() {
  const texts = zoomTexts();
  if (texts === undefined) return null;
  return (
    <fieldset class="zooms" data-testid="zooms" title={texts.hint}>
      <legend class="visually-hidden">{texts.zoom}</legend>
      {ZOOMS.map((zoom, i) => (
        <button
          key={zoom}
          type="button"
          data-testid={`zoom-${zoom}`}
          aria-pressed={gaze.value.zoom === zoom}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => zoomTo(zoom)}
        >
          {texts[zoom]}
        </button>
      ))}
    </fieldset>
  );
}
