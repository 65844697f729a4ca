import type Phaser from "phaser";

/** Largest backing store, px: a 4K projector shows it scaled up, and its weak PC keeps its frame rate. */
const MOST_WIDTH = 2560;
const MOST_HEIGHT = 1440;
/**
 * Whether WebGL is worth using: it runs on a graphics card and has what Phaser needs. Without a card Phaser's Canvas
 * renderer is several times faster than WebGL in software, and Phaser's own AUTO throws where WebGL
 * exists but cannot be started, so we ask ourselves.
 */
export function webglIsWorthIt(): boolean {
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl");
  if (gl === null) return false;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  const able =
    gl.getExtension("ANGLE_instanced_arrays") !== null && gl.getExtension("OES_vertex_array_object") !== null;
  // A page may hold only about sixteen contexts; give this one back.
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return able && !/SwiftShader|llvmpipe|Basic Render|Software/i.test(name);
}

/** Size of the backing store and its px per CSS px. */
export function scaleOf(parent: HTMLElement): { ratio: number; width: number; height: number } {
  const [width, height] = [Math.max(1, parent.clientWidth), Math.max(1, parent.clientHeight)];
  const ratio = Math.min(window.devicePixelRatio || 1, 2, MOST_WIDTH / width, MOST_HEIGHT / height);
  return { ratio, width: Math.round(width * ratio), height: Math.round(height * ratio) };
}

/** Phaser's scenes, bottom to top; the first is what a game shows, the others are empty until something is put there. */
export const SCENES = ["picture", "branch", "synapse"] as const;
export type SceneKey = (typeof SCENES)[number];

/** Starts Phaser without its clock: after this no frame is drawn but by `game.step`. */
export async function startGame(
  phaser: typeof Phaser,
  parent: HTMLElement,
  kind: "webgl" | "canvas",
): Promise<{ game: Phaser.Game; scene: Phaser.Scene; scenes: Record<SceneKey, Phaser.Scene> }> {
  const { ratio, width, height } = scaleOf(parent);
  const list = SCENES.map((key) => new phaser.Scene({ key, active: true }));
  const [scene, top] = [list[0]!, list[list.length - 1]!];
  const game = new phaser.Game({
    type: kind === "webgl" ? phaser.WEBGL : phaser.CANVAS,
    parent,
    banner: false,
    audio: { noAudio: true },
    autoFocus: false,
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    disableContextMenu: false,
    backgroundColor: "#0b1020",
    render: { antialiasGL: false, powerPreference: "high-performance" },
    scale: { mode: phaser.Scale.NONE, width, height, zoom: 1 / ratio },
    scene: list,
  });
  await new Promise<void>((ready) => {
    if (top.sys?.isActive()) ready();
    else game.events.once(phaser.Core.Events.POST_STEP, () => ready());
  });
  // From here on the page's clock drives: no frame is drawn but by render().
  game.loop.stop();
  game.canvas.style.display = "block";
  const scenes = Object.fromEntries(SCENES.map((key, i) => [key, list[i]!])) as Record<SceneKey, Phaser.Scene>;
  return { game, scene, scenes };
}
