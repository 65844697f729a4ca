import type { Express } from "express";
import { expect, test } from "vitest";
import { createApp } from "../../server/http/app.ts";
import { openApi, PATHS } from "../../server/http/openapi.ts";
import { PAGES } from "../../server/http/pages.ts";
import { answer, startTestServer } from "./test-server.ts";

/** A layer of express's router: a route, or a router below a path. */
interface Layer {
  readonly rawPath: string;
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route as `get /api/sessions/{id}`. */
const routesOf = (stack: readonly Layer[], below = ""): string[] =>
  stack.flatMap(({ rawPath, route, handle }) => {
    if (!route) return routesOf(handle.stack ?? [], below + (rawPath === "/" ? "" : rawPath));
    const path = `${below}${route.path === "/" && below !== "" ? "" : route.path}`.replace(/:(\w+)/g, "{$1}");
    return Object.keys(route.methods).map((method) => `${method} ${path}`);
  });

function app(): Express {
  const unused = (): never => {
    throw new Error("no request is made");
  };
  return createApp({
    journal: new Proxy({} as Parameters<typeof createApp>[0]["journal"], { get: unused }),
    classes: { open: unused, isOpen: unused, makeWay: unused, exchange: unused },
    pages: { live: false, page: () => unused, assets: unused, close: async () => {} },
    matchmaker: unused,
    publicUrl: undefined,
    securityContact: undefined,
    retentionDays: 0,
    urls: () => [],
    hasRoom: () => true,
    ready: async () => {},
    memory: { keep: unused, read: unused },
  });
}

test("the description of the API is of the API that there is: every route in it, and none besides", () => {
  const { stack } = app().router as unknown as { readonly stack: readonly Layer[] };
  const others = [...Object.values(PAGES), "/.well-known/security.txt"].map(
    (path) => `get ${path.replace(/:(\w+)/g, "{$1}")}`,
  );
  // The first half of the matchmaker's one route: it looks at codes.
  others.push("post /matchmake/joinById/{code}");
  const told = Object.entries(PATHS).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  expect([...told, ...others].sort()).toEqual(routesOf(stack).sort());
});

test("it is served at /api", async () => {
  const running = await startTestServer();
  expect(await answer(fetch(`${running.url}/api`))).toEqual([200, JSON.parse(JSON.stringify(openApi))]);
  await running.close();
});
