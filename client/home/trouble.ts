import { texts } from "../ui/locale.ts";
import type { Trouble } from "./api.ts";

/** A trouble in words; `own` has those that mean something of their own where they are told. */
export function troubleText(trouble: Trouble, own: Partial<Record<Trouble, string>> = {}): string {
  const { home, reasons } = texts();
  const here: Partial<Record<Trouble, string>> = { portal: home.portal, unreachable: home.offline, ...own };
  // A newer server may name a reason that this page does not know.
  return here[trouble] ?? (reasons as Record<string, string>)[trouble] ?? home.offline;
}
