import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const here = import.meta.dirname;

/** A tenth of the phone's bundle would be parts of the SDK that nobody calls. */
const withoutUnusedSdkParts: Plugin = {
  name: "without-unused-sdk-parts",
  enforce: "pre",
  apply: "build",
  resolveId(source, importer) {
    const unused = /\/(H3Transport|RoomInput)\.mjs$/.test(source) && importer?.includes("/colyseus.js/build/");
    return unused ? resolve(here, "net/unused-sdk-parts.ts") : undefined;
  },
};

/** One HTML file a page. Phaser stays in a chunk of its own that only stage and replay load, lazily. */
export default defineConfig({
  root: here,
  base: "/",
  plugins: [withoutUnusedSdkParts],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: {
    outDir: resolve(here, "dist"),
    emptyOutDir: true,
    target: ["chrome106", "safari16.4", "firefox115"],
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        home: resolve(here, "index.html"),
        play: resolve(here, "play.html"),
        stage: resolve(here, "stage.html"),
        remote: resolve(here, "remote.html"),
        replay: resolve(here, "replay.html"),
        sessions: resolve(here, "sessions.html"),
        lab: resolve(here, "lab.html"),
        guide: resolve(here, "guide.html"),
        check: resolve(here, "check.html"),
      },
      output: { codeSplitting: { groups: [{ name: "phaser", test: /node_modules[\\/]phaser/ }] } },
    },
  },
});
