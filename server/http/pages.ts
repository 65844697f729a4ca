import type { RequestHandler } from "express";

/** The HTML pages: name of the file in client/, and the path under which people open it. */
export const PAGES = {
  index: "/",
  play: "/play/:code",
  stage: "/stage/:code",
  remote: "/remote/:code",
  replay: "/replay/:id",
  sessions: "/sessions",
  lab: "/lab",
  guide: "/guide",
  check: "/check",
} as const;

export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[];

/** Where pages come from: built files, or Vite while one edits. */
export interface PageSource {
  /** Whether Vite serves them, with reloading. */
  readonly live: boolean;
  page(name: PageName): RequestHandler;
  /** Scripts, styles, images; passes on what it does not have. */
  readonly assets: RequestHandler;
  close(): Promise<void>;
}
