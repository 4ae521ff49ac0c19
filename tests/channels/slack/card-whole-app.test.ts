import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FakePostmark, startPostmark } from "../../mail/support/postmark.ts";
import { waitFor } from "../../support/patience.ts";
import { type Running, startRunning } from "../../support/running.ts";

describe("the whole product with Slack and mail", () => {
  let postmark: FakePostmark;
  let running: Running;
  beforeAll(async () => {
    postmark = await startPostmark();
    running = await startRunning({
      environment: {
        POSTMARK_SERVER_TOKEN: "token",
        POSTMARK_FROM: "Example <support@example.com>",
        POSTMARK_API_URL: postmark.apiUrl,
      },
    });
    await running.slackIsOn();
  });
  afterAll(async () => {
    await running.stop();
    await postmark.stop();
  });

  const threadAbout = (text: string) =>
    waitFor(() => {
      const found = running.slack
        .threads("support")
        .find(({ replies }) => JSON.stringify(replies).includes(text));
      if (!found) throw new Error(`No thread holds “${text}”.`);
      return found;
    });

  test("says on /readyz that mail can be sent", async () => {
    const { integrations } = await (await fetch(`${running.url}/readyz`)).json();
    expect(integrations.email).toEqual({
      state: "on",
      detail: "Postmark sends mail as Example <support@example.com>.",
    });
  });

  test("shows on the card that the visitor is on the site", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about presence");
    await waitFor(async () => {
      const card = JSON.stringify((await threadAbout("about presence")).blocks);
      expect(card).toContain("On the site now");
    });
    visitor.leaves();
  });

  test("brings a saved reply from Slack to the visitor's browser", async () => {
    await running.app.settings.change({ savedReplies: [{ name: "Hello", text: "This is {agent}." }] }, "Ana");
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about greetings");
    const ana = running.slack.as("ana");
    await ana.click(await threadAbout("about greetings"), "handoff_menu", "Send a saved reply");
    await waitFor(() => expect(ana.view()?.submit).toBeTruthy());
    await ana.clickInView("handoff_saved_reply_pick", "Hello");
    await waitFor(() => expect(JSON.stringify(ana.view())).toContain("This is Ana."));
    await ana.submit({});
    await visitor.hears("This is Ana.");
    await waitFor(async () =>
      expect(JSON.stringify((await threadAbout("about greetings")).replies)).toContain("This is Ana."),
    );
    visitor.leaves();
  });

  test("a reply that is made internal vanishes at the visitor's", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about slips");
    const thread = await threadAbout("about slips");
    const ana = running.slack.as("ana");
    const { ts } = await ana.reply(thread, "Our margin is forty percent");
    await visitor.hears("forty percent");
    await ana.shortcut("handoff_make_internal", { channel: thread.channel, ts });
    await visitor.hearsNoMore("forty percent");
    visitor.leaves();
  });

  test("a blocked visitor is refused in words, and mail takes the transcript along", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about blocking");
    const ana = running.slack.as("ana");
    await ana.click(await threadAbout("about blocking"), "handoff_menu", "Block the visitor");
    await waitFor(() => expect(ana.view()?.submit).toBeTruthy());
    await ana.submit({});
    await expect(visitor.says("But why?")).rejects.toThrow("The team has ended this chat");

    await ana.click(await threadAbout("about blocking"), "handoff_menu", "Email the transcript");
    await waitFor(() => expect(ana.view()?.submit).toBeTruthy());
    await ana.submit({ "Email address": "boss@example.com" });
    await waitFor(() => expect(postmark.taken).toHaveLength(1));
    expect(postmark.taken[0]?.mail.TextBody).toContain("Talk to a human about blocking");
    visitor.leaves();
  });
});

test("without Postmark, /readyz says what to set", async () => {
  const running = await startRunning({ withoutSlack: true });
  const { integrations } = await (await fetch(`${running.url}/readyz`)).json();
  expect(integrations.email).toEqual({
    state: "off",
    detail: "Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM.",
  });
  await running.stop();
});
