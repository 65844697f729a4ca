/** The echo that says "felt it" before the room can answer, ms. */
const ECHO_MS = 130;
const TICK_MS = 15;
/** Where a phone remembers that it is not to vibrate ("no"). */
export const FELT = "fire-together.vibration";

/**
 * Makes a button fire on the press itself: the instant is what this game is about (WCAG 2.5.2 exempts such keys of an
 * instrument). Fingers and mice by pointerdown; Space and Enter by keydown; assistive technology by its own click.
 * @returns takes all of it off again
 */
export function listenForTaps(button: HTMLButtonElement, fire: (stamp: number) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let fade: ReturnType<typeof setTimeout> | undefined;

  function tap(stamp: number): void {
    button.classList.add("fired");
    clearTimeout(fade);
    fade = setTimeout(() => button.classList.remove("fired"), ECHO_MS);
    if (!calm.matches && localStorage.getItem(FELT) !== "no") navigator.vibrate?.(TICK_MS);
    fire(stamp);
  }

  button.addEventListener(
    "pointerdown",
    (event) => {
      // A second finger that lands while the first still rests is a tap as well: two thumbs are allowed.
      if (event.button === 0) tap(event.timeStamp);
    },
    { signal },
  );
  button.addEventListener(
    "click",
    (event) => {
      // The click that follows a press has counted its presses; one that a screen reader makes has none.
      if (event.detail === 0) tap(event.timeStamp);
    },
    { signal },
  );
  button.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });

  const isKey = (event: KeyboardEvent): boolean =>
    (event.key === " " || event.key === "Enter") && (event.target === button || event.target === document.body);
  document.addEventListener(
    "keydown",
    (event) => {
      if (!isKey(event)) return;
      // Or the browser would add a click of its own, and scroll.
      event.preventDefault();
      if (!event.repeat) tap(event.timeStamp);
    },
    { signal },
  );
  document.addEventListener("keyup", (event) => isKey(event) && event.preventDefault(), { signal });
  return () => {
    clearTimeout(fade);
    stop.abort();
  };
}
