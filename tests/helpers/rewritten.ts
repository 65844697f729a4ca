import { crc32, hex } from "../../shared/recording/crc.ts";
import { isKeyframe } from "../../shared/recording/lines.ts";
import { sealed, unsealed } from "../../shared/recording/seal.ts";

/**
 * A recording as somebody would edit it who knows the format: other lines, and every check and the footer made anew.
 * @param edit  gets header and records, without the footer
 */
export function rewritten(text: string, edit: (lines: string[]) => readonly string[]): string {
  const [header, ...records] = edit(unsealed(text).body.trimEnd().split("\n"));
  let crc = 0;
  const checked = records.map((record) => {
    const line = isKeyframe(record) ? record.replace(/"[0-9a-f]{8}"/, `"${hex(crc)}"`) : record;
    crc = crc32(`${line}\n`, isKeyframe(record) ? 0 : crc);
    return line;
  });
  return sealed(`${[header, ...checked].join("\n")}\n`);
}
