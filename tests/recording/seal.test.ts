import { createHash } from "node:crypto";
import { gunzipSync, crc32 as nodeCrc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportRecording, packed, recordingText } from "../../server/recordings/export.ts";
import { verifyRecording } from "../../server/recordings/verify.ts";
import { openRecording } from "../../shared/recording/bytes.ts";
import { crc32, utf8 } from "../../shared/recording/crc.ts";
import { isKeyframe } from "../../shared/recording/lines.ts";
import { inOrder, MIGRATIONS, migrationFrom } from "../../shared/recording/migrations.ts";
import { readRecording } from "../../shared/recording/recording.ts";
import { digestOf, sealed, unsealed } from "../../shared/recording/seal.ts";
import { FORMAT } from "../../shared/session/header.ts";
import { PlayedClass } from "../helpers/played-class.ts";
import { rewritten } from "../helpers/rewritten.ts";

const [OURS, THEIRS] = ["A".repeat(43), "B".repeat(43)] as const;

const played = new PlayedClass(5, 3);
played.step(40);
played.play(2, () => true);
played.accept({ kind: "end" });
played.step(30);
const [header, ...lines] = played.lines;
const stored = { row: { header: header! } as never, lines };
const text = recordingText(stored, OURS);
const bytesOf = (said: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(said));
const origin = async (said: string, key: string | undefined = OURS) =>
  (await verifyRecording(bytesOf(said), key)).origin;

test("UTF-8, CRC-32 and SHA-256 are those of everybody else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (said) => {
      expect(Buffer.from(utf8(said))).toEqual(Buffer.from(said));
      expect(crc32(said)).toBe(nodeCrc32(said));
      expect(crc32(said, crc32("before"))).toBe(nodeCrc32(`before${said}`));
      const long = `${said}🧠`.repeat(9000);
      expect(Buffer.from(digestOf(long))).toEqual(createHash("sha256").update(long).digest());
    }),
    { seed: 20261130, numRuns: 40 },
  );
});

describe("a recording that a server gives out", () => {
  test("is known as its own, gzipped or plain, and has lost nothing", async () => {
    expect(await origin(text)).toBe("signed");
    const gz = new Uint8Array(await exportRecording(stored, OURS));
    const { origin: from, recording } = await verifyRecording(gz, OURS);
    expect([from, recording.damage, recording.edited]).toEqual(["signed", undefined, false]);
    expect(gunzipSync(gz).toString()).toBe(text);
    expect(unsealed(text).body.trimEnd().split("\n").slice(1)).toEqual(lines);
  });

  test("is unverified elsewhere, without a key, without a signature, and rehashed by whoever edited it", async () => {
    expect(await origin(text, THEIRS)).toBe("unsigned");
    expect((await verifyRecording(bytesOf(text), undefined)).origin).toBe("unsigned");
    expect(await origin(played.text())).toBe("unsigned");
    const edited = rewritten(text, (all) => all.map((line) => line.replace('"t",3,', '"t",4,')));
    const { hmac } = unsealed(text).footer!;
    const forged = edited.replace(/\}\n$/, `,"hmac":"${hmac}"}\n`);
    for (const said of [edited, forged]) {
      expect(await origin(said)).toBe("unsigned");
      expect(readRecording(said)).toMatchObject({ damage: undefined, edited: false });
    }
  });

  test("is known as edited where its footer does not fit: a line more, a line less, another header", async () => {
    const { body, footer } = unsealed(text);
    const end = `${JSON.stringify(footer)}\n`;
    const hash = lines.findLast((line) => line.includes('"#"'))!;
    for (const said of [
      `${body}[99999,"p"]\n${end}`,
      body.replace(`${hash}\n`, "") + end,
      text.replace("2026-01-01", "2025-01-01"),
      text.replace(/"records":\d+/, '"records":7'),
    ]) {
      expect(await origin(said)).toBe("forged-or-edited");
    }
  });

  test("is flushed after each keyframe: cut anywhere after one, it has all up to there", async () => {
    const gz = await packed(text);
    let whole = 0;
    for (let end = 600; end < gz.length; end += 97) {
      const read = await openRecording(new Uint8Array(gz.subarray(0, end))).catch(() => undefined);
      // Not even its header is there.
      if (!read && whole === 0) continue;
      const { keyframes, damage, events } = read!;
      expect(damage).toBeDefined();
      expect(keyframes.length).toBeGreaterThanOrEqual(whole);
      if (keyframes.length > 1) expect(events.length).toBeGreaterThan(4);
      whole = keyframes.length;
    }
    expect(whole).toBe(lines.filter(isKeyframe).length);
  });
});

describe("migrations", () => {
  test("rise by one from the first format to ours; another list is refused", () => {
    expect(MIGRATIONS.map(({ id }) => id)).toEqual(Array.from({ length: FORMAT - 1 }, (_, i) => `recording/${i + 2}`));
    const step = (id: `recording/${number}`) => ({ ...MIGRATIONS[0]!, id });
    expect(() => inOrder([step("recording/2"), step("recording/2")])).toThrow(RangeError);
    expect(() => inOrder([step("recording/3")])).toThrow(RangeError);
    const list = [step("recording/2"), { ...step("recording/3"), line: (line: string) => `${line}!` }];
    expect(migrationFrom(1, inOrder(list)).line("a")).toBe("a!");
    expect(migrationFrom(3, list).line("a")).toBe("a");
  });

  test("a class of format 1 reads as one without keyframes and footer, also where it went on under format 2", () => {
    const old = [header!.replace('"format":2', '"format":1'), ...lines.filter((line) => !isKeyframe(line))];
    const read = readRecording(`${old.join("\n")}\n`);
    expect(read).toMatchObject({ damage: undefined, edited: false, keyframes: [] });
    expect(read.header.format).toBe(2);
    expect(read.events).toEqual(readRecording(text).events);
    const wentOn = { row: { header: old[0]! } as never, lines };
    expect(recordingText(wentOn, OURS)).toBe(text);
    expect(sealed(`${old[0]}\n`)).toContain('"records":0');
  });
});
