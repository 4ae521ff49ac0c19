import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { log, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("An offer of a person in the inbox", () => {
  let server: InboxServer;
  let page: Page;

  beforeAll(async () => {
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb });
    server.clock.now = Date.now();
  });
  afterAll(async () => {
    await server?.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const sentence = "Would you like to talk to a person from the team?";
  const source = () => ({ via: "assistant", externalId: randomUUID() });
  const grounds = "“useless” (the visitor's words: sounds upset, 50 % sure)";

  /** Somebody who has just been asked. */
  async function asked(name: string): Promise<string> {
    const id = await visitorIn(server.conversations, name).says("This is useless");
    await server.conversations.offer({
      ...{ conversationId: id, generation: 0, sentence, source: source() },
      decision: {
        ...{ by: "rule", reason: "The visitor is upset", rule: "frustration" },
        ...{ matched: "useless", confidence: 0.5 },
      },
    });
    return id;
  }

  test("stands in the log with why it was made, and what became of it", async () => {
    const id = await asked("Maria");
    await signIn(page, server, `/inbox/c/${id}`);
    await log(page).getByText(`The assistant offered a person: ${grounds}`).waitFor();
    await log(page).getByText(`“${sentence}”`).waitFor();
    await server.conversations.decline({ conversationId: id, source: source() });
    await log(page).getByText("Maria keeps going with the assistant").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("that was taken up explains the handoff beside the conversation", async () => {
    const id = await asked("Ben");
    await visitorIn(server.conversations, "Ben").asksForAPerson();
    await signIn(page, server, `/inbox/c/${id}`);
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByText("Accepted the offer of a person").waitFor();
    await details.getByText("the visitor, with the button").waitFor();
    await details.getByText(grounds).waitFor();
    await log(page).getByText("Handed off: accepted the offer of a person").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("is among what was said in an export", async () => {
    const id = await asked("Chloe");
    await signIn(page, server, `/inbox/c/${id}`);
    const lines = await page.evaluate(async (of) => {
      const response = await fetch(`/api/export.jsonl?conversation=${of}`);
      return (await response.text()).trim().split("\n");
    }, id);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { author: "visitor", text: "This is useless" },
      { author: "assistant", text: sentence },
    ]);
  });
});
