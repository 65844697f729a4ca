/** The oldest Node that runs the server: `node:sqlite` without a flag or a warning, and TypeScript without a build. */
export const OLDEST_NODE = [24, 15] as const;

/** What to tell whoever started the server with too old a Node; undefined when it is new enough. */
export function nodeComplaint(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return [
    `Fire Together needs Node ${oldestMajor}.${oldestMinor} or newer; this is Node ${version}.`,
    "Run it with `npm start`: `npm ci` brings the right Node along, whatever is installed on this machine.",
  ].join("\n");
}
