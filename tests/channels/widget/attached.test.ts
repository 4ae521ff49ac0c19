import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entry, FileView } from "../../../src/channels/widget/protocol.ts";
import { samples } from "../../files/support/samples.ts";
import { type Running, startRunning } from "../../support/running.ts";
import { Visitor } from "../../support/visitor.ts";
import { uploaded } from "./support/upload.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ withoutSlack: true });
});
afterAll(() => running.stop());

const picture = (visitor: Visitor, name = "cat.png"): Promise<FileView> =>
  uploaded({ url: running.url, token: visitor.token, name, body: new Uint8Array(samples.png) });

function say(visitor: Visitor, text: string, files: string[], id: string = randomUUID()): Promise<number> {
  visitor.send({ type: "say", id, text, files });
  return visitor.answerTo(id);
}

/** The latest entry with files, at whoever heard it. */
const withFiles = (visitor: Visitor) =>
  visitor.until(() =>
    visitor.entries.findLast(
      (entry): entry is Extract<Entry, { type: "message" }> => entry.type === "message" && !!entry.files,
    ),
  );

describe("a message with files", () => {
  test("reaches every tab with an address for each file, in the order they were attached", async () => {
    const visitor = await running.visitor();
    const [one, two] = [await picture(visitor, "one.png"), await picture(visitor, "two.png")];
    const tab = await running.visitor(visitor.token);
    await say(visitor, "Look at these", [two.id, one.id]);
    for (const each of [visitor, tab]) {
      const entry = await withFiles(each);
      expect(entry.text).toBe("Look at these");
      expect(entry.files?.map(({ name }) => name)).toEqual(["two.png", "one.png"]);
      expect((await fetch(entry.files?.[0]?.url ?? "")).status).toBe(200);
    }
    for (const each of [visitor, tab]) each.leaves();
  });

  test("may have no words, and one without words or files is refused", async () => {
    const visitor = await running.visitor();
    const { id } = await picture(visitor);
    await say(visitor, "  ", [id]);
    expect(await withFiles(visitor)).toMatchObject({ text: "", files: [{ id, isImage: true }] });
    await expect(say(visitor, "  ", [])).rejects.toThrow("nothing to send");
    visitor.leaves();
  });

  test("is there after coming back, also after a restart, and its files can be opened", async () => {
    const visitor = await running.visitor();
    const { id } = await picture(visitor);
    await say(visitor, "Keep this", [id]);
    visitor.leaves();
    await running.stopApp();
    await running.startApp();
    const back = await running.visitor(visitor.token);
    const entry = await withFiles(back);
    const opened = await fetch(entry.files?.[0]?.url ?? "");
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(samples.png);
    back.leaves();
  });

  test("that is sent again is saved once, and answered as before", async () => {
    const visitor = await running.visitor();
    const { id } = await picture(visitor);
    const messageId = randomUUID();
    const seq = await say(visitor, "Once", [id], messageId);
    visitor.frames.length = 0;
    expect(await say(visitor, "Once", [id], messageId)).toBe(seq);
    const back = await running.visitor(visitor.token);
    expect(back.log.filter((line) => line.includes("Once"))).toHaveLength(1);
    for (const each of [visitor, back]) each.leaves();
  });

  test("keeps its files when its words change", async () => {
    const visitor = await running.visitor();
    const { id } = await picture(visitor);
    const messageId = randomUUID();
    await say(visitor, "Look at tihs", [id], messageId);
    const change = randomUUID();
    visitor.send({ type: "edit", id: change, messageId, text: "Look at this" });
    await visitor.answerTo(change);
    const entry = await visitor.until(() =>
      visitor.entries.find((each) => each.type === "message" && each.isEdited && each.id === messageId),
    );
    expect(entry).toMatchObject({ text: "Look at this", files: [{ id, url: expect.any(String) }] });
    visitor.leaves();
  });

  test("may bring a file that was sent before, once however often it is named", async () => {
    const visitor = await running.visitor();
    const { id } = await picture(visitor);
    await say(visitor, "First", [id]);
    await say(visitor, "Again", [id, id]);
    await visitor.hears("Again");
    expect((await withFiles(visitor)).files).toHaveLength(1);
    visitor.leaves();
  });

  test("takes nobody else's files: not another visitor's, not another site's, not invented ones", async () => {
    await running.app.storage.sites.add({ key: "other", name: "Other" });
    const [visitor, victim] = [await running.visitor(), await running.visitor()];
    const elsewhere = await Visitor.arrives(running.url, undefined, { site: "other" });
    const own = await picture(visitor);
    const theirs = await picture(victim);
    const foreign = await uploaded({
      ...{ url: running.url, token: elsewhere.token, site: "other", body: "x" },
    });
    const announced = await running.app.files.expect({
      ...{ name: "contract.pdf", size: 1, via: "slack", origin: "T1/F1" },
    });
    for (const id of [theirs.id, foreign.id, announced.id, randomUUID()])
      await expect(say(visitor, "Give me that", [own.id, id])).rejects.toThrow("not here any more");
    expect(visitor.log.join()).not.toContain("Give me that");
    for (const each of [visitor, victim, elsewhere]) each.leaves();
  });
});
