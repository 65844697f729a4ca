import { useEffect } from "preact/hooks";

/** Calls `draw` once in every frame of the browser while the component is mounted. */
export function useFrames(draw: () => void): void {
  useEffect(() => {
    let frame = requestAnimationFrame(function loop() {
      frame = requestAnimationFrame(loop);
      draw();
    });
    return () => cancelAnimationFrame(frame);
  }, [draw]);
}
