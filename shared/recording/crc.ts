/** CRC-32 as gzip and PNG have it: polynomial 0xEDB88320, reflected. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** The CRC-32 of a text's UTF-8, going on from that of what stands before it. */
export function crc32(text: string, before = 0): number {
  let c = ~before;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return bytesOf(utf8(text.slice(i)), ~c);
    c = TABLE[(c ^ code) & 0xff]! ^ (c >>> 8);
  }
  return ~c >>> 0;
}

function bytesOf(bytes: Uint8Array, before: number): number {
  let c = ~before;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** Eight hexadecimal digits. */
export const hex = (x: number): string => (x >>> 0).toString(16).padStart(8, "0");

/** A text's UTF-8, in engines without a TextEncoder too. Half of a surrogate pair becomes U+FFFD, as there. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let at = 0;
  for (const symbol of text) {
    const code = symbol.codePointAt(0)!;
    const c = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (c < 0x80) bytes[at++] = c;
    else {
      const more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
      bytes[at++] = ([0, 0xc0, 0xe0, 0xf0][more]! | (c >>> (6 * more))) & 0xff;
      for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[at++] = 0x80 | ((c >>> shift) & 0x3f);
    }
  }
  return bytes.subarray(0, at);
}
