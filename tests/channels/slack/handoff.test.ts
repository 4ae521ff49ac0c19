import { afterEach, describe, expect, test } from "vitest";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam, type TeamOptions } from "./support.ts";

let team: SlackTeam;
const open = async (options?: TeamOptions) => {
  team = await startTeam(options);
  return team;
};
afterEach(() => team.stop());

describe("a handoff", () => {
  test("appears as a card and the whole history in one reply, however many messages there were", async () => {
    await open();
    const visitor = team.visitor("Zoe");
    for (let number = 1; number <= 15; number++) {
      await visitor.says(`Question ${number}`);
      await visitor.hears(0, `Answer **${number}**`);
    }
    await visitor.asksForAPerson("Asked for a person", "talk to a human");
    await team.delivered();

    const { replies, ...root } = team.thread();
    expect(replies).toHaveLength(1);
    const shown = JSON.stringify(replies[0]?.blocks);
    for (let number = 1; number <= 15; number++) expect(shown).toContain(`"Question ${number}"`);
    expect(shown.indexOf("Question 9")).toBeLessThan(shown.indexOf("Question 10"));
    expect(JSON.stringify(root.blocks)).toContain("Zoe");
    expect(JSON.stringify(root.blocks)).toContain("talk to a human");
    expect(JSON.stringify(root.blocks)).toContain("no contact detail");
    expect(JSON.stringify(root.blocks)).toContain("<!date^");
    expect(team.workspace.calls("chat.postMessage")).toHaveLength(2);
  });

  test("an agent's reply in the thread reaches the conversation and claims it", async () => {
    await open();
    const visitor = team.visitor("Zoe");
    await visitor.says("Help");
    await visitor.asksForAPerson();
    await team.delivered();
    await team.ana.reply(team.thread(), "Hello *Zoe*, see https://example.com");
    await team.workspace.idle();

    const events = await team.store.eventsAfter(visitor.id(), 0);
    expect(events.at(-1)).toMatchObject({
      type: "message.posted",
      message: { author: { kind: "agent", name: "Ana" }, text: "Hello **Zoe**, see https://example.com" },
    });
    await eventually(() => JSON.stringify(team.thread().blocks).includes("Ana has it"));
  });

  test("what happens later is posted under the name of whoever says it", async () => {
    await open();
    const visitor = team.visitor("Zoe");
    await visitor.says("Help");
    await visitor.asksForAPerson();
    await team.delivered();
    await visitor.says("Anyone? <!channel> & *bold*");
    await team.delivered();
    const act = { conversationId: visitor.id(), agent: inboxAgent };
    await team.conversations.reply({ ...act, text: "Yes", source: fromInbox() });
    await team.delivered();
    await team.conversations.note({ ...act, text: "VIP", source: fromInbox() });
    await team.delivered();

    const later = team.thread().replies.slice(1);
    expect(later.map(({ username, text }) => [username, text])).toEqual([
      ["Zoe", "Anyone? &lt;!channel&gt; &amp; *bold*"],
      ["Chris Inbox", "Yes"],
      ["Chris Inbox", "🔒 internal: VIP"],
    ]);
    const posted = team.workspace.calls("chat.postMessage").map(({ args }) => args);
    expect(posted.slice(-3).map(({ icon_url, icon_emoji }) => icon_url ?? icon_emoji)).toEqual([
      ":bust_in_silhouette:",
      inboxAgent.avatarUrl,
      inboxAgent.avatarUrl,
    ]);
    // A preview of a link nobody asked for would also cost an event for each.
    for (const args of posted)
      expect([String(args.unfurl_links), String(args.unfurl_media)]).toEqual(["false", "false"]);
  });
});
