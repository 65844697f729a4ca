import { effect, signal } from "@preact/signals";

const KEY = "fire-together.calm";
const system = matchMedia("(prefers-reduced-motion: reduce)");

/** Less motion: what the viewer chose on this page, else what their system asks for. */
export const calm = signal(stored() ?? system.matches);

function stored(): boolean | undefined {
  const value = localStorage.getItem(KEY);
  return value === null ? undefined : value === "yes";
}

export function setCalm(to: boolean): void {
  localStorage.setItem(KEY, to ? "yes" : "no");
  calm.value = to;
}

system.addEventListener("change", () => {
  if (stored() === undefined) calm.value = system.matches;
});

effect(() => {
  document.documentElement.toggleAttribute("data-calm", calm.value);
});
