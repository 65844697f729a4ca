import type { LabResult } from "../../shared/lab/figure.ts";
import type { LabRequest } from "../../shared/lab/request.ts";

/** Between the lab's page and its worker. */
export interface ToLabWorker {
  readonly requests: readonly LabRequest[];
}

export type FromLabWorker =
  /** Share of all requests that is done, 0 … 1. */
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "done"; readonly results: readonly LabResult[] }
  /** A request that cannot be, or a fault of the model; the reason names what is allowed, or the mechanism. */
  | { readonly kind: "failed"; readonly reason: string };
