import { effect, signal } from "@preact/signals";
import { remember, remembered } from "./remember.ts";

export type Theme = "dark" | "light";
const KEY = "fire-together.theme";

/** Dark, or light for projectors that wash dark colours out: what a link asks for, else what was chosen here before. */
export const theme = signal<Theme>(
  (new URLSearchParams(location.search).get("theme") ?? remembered(KEY)) === "light" ? "light" : "dark",
);

export function setTheme(to: Theme): void {
  remember(KEY, to);
  theme.value = to;
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
