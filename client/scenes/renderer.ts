/**
 * Whether WebGL is worth using: it runs on a graphics card and has what Phaser needs. Without a card Phaser's Canvas
 * renderer is several times faster than WebGL in software (phaser.md 3.2), and Phaser's own AUTO throws where WebGL
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
