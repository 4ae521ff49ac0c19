import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cabinet, inPieces, openCabinet } from "./support/cabinet.ts";
import { samples } from "./support/samples.ts";

let cabinet: Cabinet;
let origins = 0;
/** What the channel at the other end was asked for. */
let asked: string[] = [];

beforeAll(async () => {
  cabinet = await openCabinet();
  cabinet.fetchers.slack = async (origin) => {
    asked.push(origin);
    if (origin.endsWith("broken")) throw new Error("The other side is down.");
    if (origin.endsWith("sign-in")) return { body: inPieces(samples.html), mime: "text/html; charset=utf-8" };
    return {
      body: new Response(new Uint8Array(samples.png)).body ?? inPieces(samples.png),
      mime: "image/png",
    };
  };
});
afterAll(() => cabinet.close());

const announce = (what = "") => {
  asked = [];
  origins += 1;
  return cabinet.files.expect({
    ...{ name: "cat.png", mime: "image/png", size: samples.png.length },
    ...{ via: "slack", origin: `F${origins}/${what}` },
  });
};
const follow = (attachment: Awaited<ReturnType<typeof announce>>) =>
  fetch(cabinet.files.view(attachment).url);

describe("a file that is elsewhere", () => {
  test("is fetched when it is first needed, and never again", async () => {
    const attachment = await announce();
    expect(asked).toEqual([]);
    for (let time = 0; time < 3; time += 1) {
      const response = await follow(attachment);
      expect(response.headers.get("content-type")).toBe("image/png");
      expect(Buffer.from(await response.arrayBuffer())).toEqual(samples.png);
    }
    await cabinet.reopened().open(attachment.id);
    expect(asked).toHaveLength(1);
  });

  test("is fetched once when many ask at the same moment", async () => {
    const attachment = await announce();
    const responses = await Promise.all(Array.from({ length: 20 }, () => follow(attachment)));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(asked).toHaveLength(1);
  });

  test("and cannot be had is said in words, and tried again when somebody asks again", async () => {
    const attachment = await announce("broken");
    for (let time = 1; time <= 2; time += 1) {
      const response = await follow(attachment);
      expect(response.status).toBe(502);
      expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining("fetched") } });
      expect(asked).toHaveLength(time);
    }
    expect(cabinet.log.entries).toContainEqual(
      expect.objectContaining({ level: "warn", message: expect.stringContaining("fetched") }),
    );
  });

  test("is not taken for the sign-in page that came in its place", async () => {
    const attachment = await announce("sign-in");
    expect((await follow(attachment)).status).toBe(502);
    expect(await cabinet.files.open(attachment.id).catch(() => undefined)).toBeUndefined();
  });

  test("by a channel that is not connected any more cannot be had", async () => {
    const attachment = await cabinet.files.expect({
      ...{ name: "a.txt", size: 1, via: "pigeon", origin: "coop 7" },
    });
    expect((await follow(attachment)).status).toBe(502);
  });

  test("is the same file however often we are told of it", async () => {
    const told = { name: "../cat.png", mime: "", size: 5, via: "slack", origin: "F-again" };
    const first = await cabinet.files.expect(told);
    expect(first).toMatchObject({ name: "cat.png", mime: "application/octet-stream", size: 5 });
    expect(await cabinet.files.expect({ ...told, name: "renamed.png" })).toEqual(first);
    expect((await cabinet.files.expect({ ...told, via: "email" })).id).not.toBe(first.id);
  });

  test("is not waited for for ever, whether nothing comes at all or it stops half way", async () => {
    const impatient = await openCabinet({ fetchWithinMs: 50 });
    const never = new Promise<never>(() => {});
    impatient.fetchers.slack = async (origin) => {
      if (origin === "silent") return never;
      async function* half() {
        yield new Uint8Array(10);
        await never;
      }
      return { body: half() };
    };
    for (const origin of ["silent", "half"]) {
      const attachment = await impatient.files.expect({ name: "a.txt", size: 20, via: "slack", origin });
      expect((await fetch(impatient.files.view(attachment).url)).status).toBe(502);
    }
    expect(impatient.onDisk()).toEqual([]);
    await impatient.close();
  });

  test("can be read by the other channels", async () => {
    cabinet.fetchers.email = async () => ({ body: inPieces(Buffer.from("the contract")) });
    const { id } = await cabinet.files.expect({
      name: "a.txt",
      mime: "text/plain",
      size: 0,
      via: "email",
      origin: "1",
    });
    const opened = await cabinet.files.open(id);
    expect(opened).toMatchObject({ mime: "text/plain", size: 12 });
    expect(opened && (await text(opened.read()))).toBe("the contract");
  });
});
