/** More than this costs an old phone more than it shows. */
const SHARPEST = 2;
/** A canvas smaller than this, CSS px, is being laid out, or has no room: nothing is drawn. */
const SMALLEST = 24;

/** A canvas that is drawn only while something on it moves. */
export interface Easel {
  /** Something changed: draws until nothing moves any more. */
  wake(): void;
  stop(): void;
}

/**
 * Keeps a canvas as sharp as the screen, and drawn.
 * @param draw   draws it all; width and height in CSS px
 * @param moves  how long a change goes on moving, ms
 */
export function setUp(
  canvas: HTMLCanvasElement,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
  moves: number,
): Easel {
  const context = canvas.getContext("2d");
  let [width, height, frame, until] = [0, 0, 0, 0];
  function step(): void {
    if (context) draw(context, width, height);
    frame = performance.now() < until ? requestAnimationFrame(step) : 0;
  }
  function wake(): void {
    until = performance.now() + moves;
    if (frame === 0 && Math.min(width, height) > SMALLEST) frame = requestAnimationFrame(step);
  }
  const resize = new ResizeObserver(([entry]) => {
    if (!entry) return;
    ({ width, height } = entry.contentRect);
    const sharpness = Math.min(devicePixelRatio, SHARPEST);
    canvas.width = Math.round(width * sharpness);
    canvas.height = Math.round(height * sharpness);
    context?.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    wake();
  });
  resize.observe(canvas);
  return {
    wake,
    stop() {
      resize.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
