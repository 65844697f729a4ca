/** Whether the page may ask the screen to stay on; over plain http it may not. */
export const canStayAwake = "wakeLock" in navigator;

/** Keeps the screen on while the page is seen. Where that cannot be had, nothing else changes. */
export function stayAwake(): void {
  if (!canStayAwake) return;
  // A refusal (low battery) is no fault: the student's own setting holds.
  const ask = (): void => {
    if (document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(() => undefined);
  };
  ask();
  document.addEventListener("visibilitychange", ask);
}
