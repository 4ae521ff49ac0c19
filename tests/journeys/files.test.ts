import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entry } from "../../src/channels/widget/protocol.ts";
import { uploaded } from "../channels/widget/support/upload.ts";
import { inPieces } from "../files/support/cabinet.ts";
import { samples } from "../files/support/samples.ts";
import { ana } from "../support/desk.ts";
import { type Running, startRunning } from "../support/running.ts";
import type { Visitor } from "../support/visitor.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ withoutSlack: true });
});
afterAll(() => running.stop());

/** What stands in the log about a file of this name. */
const fileNamed = (visitor: Visitor, name: string) =>
  visitor.until(() =>
    visitor.entries
      .filter((entry): entry is Extract<Entry, { type: "message" }> => entry.type === "message")
      .flatMap((entry) => entry.files ?? [])
      .findLast((file) => file.name === name),
  );

const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

test("a visitor shows what is broken, an agent answers with a picture, and both can still be opened after a restart", async () => {
  const visitor = await running.visitor();
  const words = `Talk to a human: my screen is broken ${randomUUID()}`;
  const photo = await uploaded({
    ...{ url: running.url, token: visitor.token, name: "broken.png" },
    body: new Uint8Array(samples.png),
  });
  visitor.send({ type: "say", id: randomUUID(), text: words, files: [photo.id] });
  await visitor.hears("Connecting you");
  expect(await bytesAt((await fileNamed(visitor, "broken.png")).url)).toEqual(samples.png);

  const { summaries } = await running.app.storage.directory.list({ search: words });
  const answer = await running.app.files.keep(inPieces(samples.gif), {
    ...{ name: "how-to.gif", via: "inbox", maxBytes: 1024 },
  });
  await running.app.conversations.reply({
    ...{ conversationId: summaries[0]?.conversation.id ?? "", agent: ana, text: "", files: [answer] },
    source: { via: "inbox", externalId: randomUUID() },
  });
  const shown = await fileNamed(visitor, "how-to.gif");
  expect(shown).toMatchObject({ mime: "image/gif", isImage: true });
  expect(await bytesAt(shown.url)).toEqual(samples.gif);
  visitor.leaves();

  await running.stopApp();
  await running.startApp();
  const back = await running.visitor(visitor.token);
  expect(await bytesAt((await fileNamed(back, "broken.png")).url)).toEqual(samples.png);
  expect(await bytesAt((await fileNamed(back, "how-to.gif")).url)).toEqual(samples.gif);
  back.leaves();
});
