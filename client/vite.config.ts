import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

/** One HTML file a page. Phaser stays in a chunk of its own that only stage and replay load, lazily. */
export default defineConfig({
  root: here,
  base: "/",
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
        replay: resolve(here, "replay.html"),
        lab: resolve(here, "lab.html"),
      },
      output: { codeSplitting: { groups: [{ name: "phaser", test: /node_modules[\\/]phaser/ }] } },
    },
  },
});
