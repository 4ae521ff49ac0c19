import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleanName } from "../../src/files/clean-name.ts";
import { onDisk } from "../../src/files/on-disk.ts";
import { type Cabinet, inPieces, openCabinet } from "./support/cabinet.ts";
import { samples } from "./support/samples.ts";

let cabinet: Cabinet;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

describe("a file that is taken in", () => {
  test.each([
    ["a picture", samples.png, undefined, "image/png"],
    ["a picture that is called a web page", samples.gif, "text/html", "image/gif"],
    ["a photo", samples.jpeg, "image/jpeg", "image/jpeg"],
    ["a WebP", samples.webp, undefined, "image/webp"],
    ["an AVIF", samples.avif, undefined, "image/avif"],
    ["a PDF that is called a picture", samples.pdf, "image/png", "application/pdf"],
    ["text", "a;b\n1;2\n", "text/csv; charset=utf-8", "text/csv"],
    ["text that is called a picture", "a;b\n1;2\n", "image/png", "application/octet-stream"],
    ["text without a type", "a;b\n1;2\n", undefined, "application/octet-stream"],
    ["text whose type is nonsense", "a;b\n1;2\n", "text/html\r\nSet-Cookie: a=b", "application/octet-stream"],
  ])("is what its content says: %s", async (_what, content, claimed, mime) => {
    expect(await cabinet.keep(content, { mime: claimed })).toMatchObject({ mime });
  });

  test("has the size that came, and can be read again", async () => {
    const content = "Ümlaut ".repeat(10_000);
    const { id, size } = await cabinet.keep(content);
    expect(size).toBe(Buffer.byteLength(content));
    const opened = await cabinet.files.open(id);
    expect(opened && (await text(opened.read()))).toBe(content);
  });

  test("is still there after a restart", async () => {
    const { id } = await cabinet.keep("kept");
    const opened = await cabinet.reopened().open(id);
    expect(opened && (await text(opened.read()))).toBe("kept");
  });

  test("that is too large, empty or breaks off is refused in words, and nothing of it stays", async () => {
    const before = cabinet.onDisk();
    const oneMb = 1024 * 1024;
    await expect(cabinet.keep(Buffer.alloc(oneMb + 1), { maxBytes: oneMb })).rejects.toThrow("at most 1 MB");
    await expect(cabinet.keep("")).rejects.toThrow("empty");
    async function* brokenOff() {
      yield* inPieces(samples.png);
      throw new Error("The line is dead.");
    }
    await expect(
      cabinet.files.keep(brokenOff(), { name: "a", via: "widget", maxBytes: oneMb }),
    ).rejects.toThrow("line is dead");
    expect(cabinet.onDisk()).toEqual(before);
  });

  test("of exactly the limit is not too large", async () => {
    expect(await cabinet.keep(Buffer.alloc(1024), { maxBytes: 1024 })).toMatchObject({ size: 1024 });
  });

  test("stops being read as soon as it is too large", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1024;
        yield Buffer.alloc(1024);
      }
    }
    const sent = { name: "a", via: "widget", maxBytes: 10 * 1024 };
    await expect(cabinet.files.keep(endless(), sent)).rejects.toThrow("too large");
    expect(read).toBe(11 * 1024);
  });

  test("of which the database cannot be told leaves nothing on the disk", async () => {
    const before = cabinet.onDisk();
    const { add } = cabinet.records;
    cabinet.records.add = () => Promise.reject(new Error("The database does not answer."));
    try {
      await expect(cabinet.keep("lost")).rejects.toThrow("database");
    } finally {
      cabinet.records.add = add;
    }
    expect(cabinet.onDisk()).toEqual(before);
  });

  test("whose bytes are lost is not there any more", async () => {
    const { id } = await cabinet.keep("lost");
    rmSync(join(cabinet.folder, id.slice(0, 2), id));
    expect(await cabinet.files.open(id)).toBeUndefined();
  });

  test("is found among those its visitor has sent, in the order asked for, and by nobody else", async () => {
    const visitor = { via: "widget", siteKey: "default", visitorId: "v1" };
    const one = await cabinet.keep("one", visitor);
    const two = await cabinet.keep("two", visitor);
    const ids = [two.id, "unknown", one.id];
    expect(await cabinet.files.sentBy(visitor, ids)).toEqual([two, one]);
    expect(await cabinet.files.sentBy({ ...visitor, visitorId: "v2" }, ids)).toEqual([]);
    expect(await cabinet.files.sentBy({ ...visitor, siteKey: "other" }, ids)).toEqual([]);
    expect(await cabinet.files.sentBy({ ...visitor, via: "inbox" }, ids)).toEqual([]);
  });
});

test("a full disk is told in words; other trouble of the disk is ours alone", async () => {
  const failing = (code: string) => onDisk(Promise.reject(Object.assign(new Error(code), { code })));
  await expect(failing("ENOSPC")).rejects.toMatchObject({
    status: 507,
    message: expect.stringContaining("no room"),
  });
  await expect(failing("EDQUOT")).rejects.toMatchObject({ status: 507 });
  await expect(failing("EIO")).rejects.toMatchObject({ message: "EIO" });
});

test("what a process that died left half written is removed after a day, and nothing younger", async () => {
  const partial = join(cabinet.folder, "partial");
  mkdirSync(partial, { recursive: true });
  const [old, young] = [join(partial, "old"), join(partial, "young")];
  for (const path of [old, young]) writeFileSync(path, "half");
  const yesterday = new Date(cabinet.clock.at - 25 * 60 * 60_000);
  utimesSync(old, yesterday, yesterday);
  await cabinet.files.tidy();
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});

describe("a file's name", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ana\\bill.pdf", "bill.pdf"],
    ["..", "file"],
    ["", "file"],
    ["a/", "file"],
    ["line\r\nbreak.txt", "linebreak.txt"],
    ["photo\u202egpj.exe", "photogpj.exe"],
    ["  two   words .png ", "two words .png"],
    ["Rechnung – März.pdf", "Rechnung – März.pdf"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(196)}.pdf`],
  ])("%j becomes %j", (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  test("never holds a folder or anything invisible, is never too long, and cleaning again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const clean = cleanName(name);
        expect(clean).not.toMatch(/[/\\\p{Cc}\p{Cs}]/u);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(200);
        expect([".", ".."]).not.toContain(clean);
        expect(cleanName(clean)).toBe(clean);
      }),
    );
  });
});
