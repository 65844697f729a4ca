import type { Unshown } from "../replay/messages.ts";

/** Between the shelf's page and the worker that makes a zip. */

export type ToExport =
  /** A session's recording, as its file. */
  | { readonly kind: "add"; readonly folder: string; readonly file: Uint8Array<ArrayBuffer> }
  /** There are no more. */
  | { readonly kind: "end" };

export type FromExport =
  /** A session is in it; where it has no tables, why. */
  { readonly kind: "added"; readonly without?: Unshown } | { readonly kind: "zip"; readonly zip: Blob };
