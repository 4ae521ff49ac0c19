import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closest } from "../../../src/channels/slack/admin/closest.ts";
import { typed, unquoted } from "../../../src/channels/slack/admin/typed.ts";
import { maxAway } from "../../../src/settings/schema.ts";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeEach(async () => {
  team = await startTeam({ simulator: { channels: ["support", "sales"] } });
});
afterEach(() => team.stop());

const ask = async (person: "ana" | "ben", text: string) =>
  (await team[person].command("/handoff", text))?.text ?? "";
const settings = () => team.settings.current();

describe("/handoff status", () => {
  test("shows whether people take chats, who waits and since when, and what is broken", async () => {
    expect(await ask("ben", "status")).toContain("Live handoff is on. Nobody is waiting.");
    await team.visitor().asksForAPerson();
    await team.visitor().asksForAPerson();
    const status = await ask("ben", " Status ");
    expect(status).toMatch(/Waiting for a person: 2\. The longest since <!date\^\d+/);
    expect(status).toContain("Open: no office hours are set.");
    expect(status).toContain("Redis: Redis &lt;does not&gt; answer.");
    expect(status).toContain("Notifications: email off, SMS off.");
  });
});

describe("/handoff on and off", () => {
  test("are for admins, and nobody else", async () => {
    expect(await ask("ben", "off")).toContain("Only workspace admins");
    expect((await settings()).liveHandoff).toBe(true);
    expect(await ask("ana", "off")).toContain("Live handoff is off");
    expect((await settings()).liveHandoff).toBe(false);
    expect((await team.settings.changes())[0]).toMatchObject({ key: "liveHandoff", by: "Ana" });
    expect(await ask("ana", "on")).toContain("Live handoff is on");
    expect((await settings()).liveHandoff).toBe(true);
  });

  test("say what becomes of those who ask meanwhile, and for how many people are called", async () => {
    expect(await ask("ana", "on")).not.toContain("People are called");
    expect(await ask("ana", "off")).toContain("Who asks for a person is marked in the inbox");
    await team.visitor().asksWhileOff();
    expect(await ask("ben", "status")).toMatch(
      /Asked while live handoff was off: 1\. <.*\/inbox\?missed=yes\|/,
    );
    expect(await ask("ana", "on")).toContain(
      "People are called now for 2 visitors who asked for the team while it was off. 1 more is marked in the inbox.",
    );
  });

  test("are for whom an admin named, too, and refusals say who that is", async () => {
    await team.settings.change({ slackAdmins: [team.ben.userId] }, "Ana");
    expect(await ask("ben", "off")).toContain("Live handoff is off");
    await team.settings.change({ slackAdmins: [team.ana.userId] }, "Ana");
    expect(await ask("ben", "on")).toContain("and Ana can change");
  });
});

test("every change that is typed is in the change log, with who made it", async () => {
  const typed = [
    ["off", "liveHandoff"],
    ["away 2h", "awayUntil"],
    ["back", "awayUntil"],
    [`channel <#${team.workspace.channelId("sales")}|sales>`, "slackChannel"],
    ["notify email add zoe@example.com", "emailRecipients"],
    ["triggers add speak to sales", "triggerPhrases"],
  ] as const;
  for (const [words, key] of typed) {
    await ask("ana", words);
    expect((await team.settings.changes(1))[0], words).toMatchObject({ key, by: "Ana" });
  }
  expect(await team.settings.changes()).toHaveLength(typed.length);
});

test("guests change no settings even when somebody has named them", async () => {
  const people = [
    { name: "ana", realName: "Ana", admin: true },
    { name: "ben", realName: "Ben" },
    { name: "gus", realName: "Gus", guest: true },
    { name: "sam", realName: "Sam", externalTeam: "Other Ltd", admin: true },
  ];
  const mixed = await startTeam({ simulator: { people } });
  try {
    const [gus, sam] = [mixed.workspace.as("gus"), mixed.workspace.as("sam")];
    await mixed.settings.change({ slackAdmins: [gus.userId, sam.userId] }, "Ana");
    for (const stranger of [gus, sam])
      expect((await stranger.command("/handoff", "off"))?.text).toContain("Only workspace admins");
    expect((await mixed.settings.current()).liveHandoff).toBe(true);
  } finally {
    await mixed.stop();
  }
});

describe("/handoff away", () => {
  test("lasts until somebody is back", async () => {
    expect(await ask("ana", "away")).toContain("/handoff back");
    expect((await settings()).awayUntil).toBe(maxAway);
    expect(await ask("ana", "back")).toContain("Welcome back");
    expect((await settings()).awayUntil).toBe(0);
    expect(await ask("ana", "back")).toContain("was not away");
  });

  test("lasts as long as it says, and explains what it does not understand", async () => {
    expect(await ask("ana", "away 2h")).toMatch(/away until <!date/);
    const hours = ((await settings()).awayUntil - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThanOrEqual(2);
    expect(await ask("ana", "away whenever <i> like")).toContain("is not understood");
    expect(await ask("ana", "away whenever <!channel>")).not.toContain("<!");
  });
});

describe("/handoff channel", () => {
  test("is saved when the app could enter the channel, and not otherwise", async () => {
    const sales = team.workspace.channelId("sales");
    expect(await ask("ana", `channel <#${sales}|sales>`)).toContain(`<#${sales}>`);
    expect((await settings()).slackChannel).toBe(sales);
    expect(await ask("ana", "channel #nowhere")).toMatch(/nowhere/);
    expect((await settings()).slackChannel).toBe(sales);
    expect(await ask("ana", "channel")).toContain(`Handoffs appear in <#${sales}>`);
  });

  test("a slip of the finger breaks nothing and alarms nobody", async () => {
    await team.settings.change({ slackAdmins: [team.ben.userId] }, "Ana");
    expect(await ask("ana", "channel #supprot")).toContain("Check the name");
    expect(await ask("ana", "site default channel #supprot")).toContain("Check the name");
    expect(team.slack.health()).toMatchObject({ state: "on" });
    expect(team.ben.inbox()).toEqual([]);
  });

  test("takes a channel that was archived as soon as it is not any more", async () => {
    team.workspace.trouble.archive("support");
    await eventually(() => team.slack.health().state === "broken");
    expect(await ask("ana", "channel #support")).not.toContain("from now on");
    team.workspace.trouble.clear();
    expect(await ask("ana", "channel #support")).toContain("from now on");
    await eventually(() => team.slack.health().state === "on");
  });
});

describe("/handoff notify", () => {
  test("turns ways on and off, and adds and removes people", async () => {
    expect(await ask("ana", "notify email on")).toContain(
      "Email notifications are on. Recipients: nobody yet.",
    );
    expect(await ask("ana", "notify email add <mailto:Ana@Example.com|Ana@Example.com>")).toContain(
      "ana@example.com",
    );
    expect(await ask("ana", "notify sms add +1 (415) 555-0123")).toContain("+14155550123");
    expect(await settings()).toMatchObject({
      emailNotifications: true,
      emailRecipients: ["ana@example.com"],
      smsRecipients: ["+14155550123"],
    });
    expect(await ask("ana", "notify sms remove +1 415 555 0123")).toContain("nobody yet");
    expect(await ask("ana", "notify email remove ben@example.com")).toContain("not among the recipients");
  });

  test("says when what is switched on cannot be sent", async () => {
    const switchedOn = await ask("ana", "notify email on");
    expect(switchedOn).toContain("Email is switched on, but nothing can send it. Set &lt;POSTMARK&gt;.");
    expect(await ask("ana", "status")).toContain("Email is switched on, but nothing can send it.");
    expect(await ask("ana", "notify email off")).not.toContain("nothing can send it");
  });

  test("sends a test to whom it names, or to everybody, and says what the provider answered", async () => {
    expect(await ask("ana", "notify email test")).toContain("Nobody is named yet.");
    expect(await ask("ben", "notify email test ana@example.com")).toContain("Only workspace admins");
    await ask("ana", "notify email add ana@example.com, gone@example.com");
    expect(await ask("ana", "notify email test")).toContain("ana@example.com, gone@example.com");
    const told = () => JSON.stringify(team.ana.inbox());
    await eventually(() => told().includes("The email service took it for ana@example.com."));
    await eventually(() => told().includes("gone@example.com bounced &lt;before&gt;."));
  });

  test("refuses what is no address, in words", async () => {
    expect(await ask("ana", "notify email add nobody")).toContain("“nobody” is not an email address.");
    expect(await ask("ana", "notify sms add 0800")).toContain("is not a phone number");
    expect(await ask("ana", "notify pigeon on")).toContain("/handoff notify email on");
    expect((await settings()).emailRecipients).toEqual([]);
  });
});

describe("/handoff triggers", () => {
  test("lists, adds and removes phrases", async () => {
    expect(await ask("ana", "triggers")).toContain("no trigger phrases of your own");
    expect(await ask("ana", 'triggers add "speak to &lt;sales&gt;"')).toContain("• speak to &lt;sales&gt;");
    expect(await ask("ana", "triggers add Speak to &lt;sales&gt;")).toContain("• Speak to &lt;sales&gt;");
    expect((await settings()).triggerPhrases).toEqual(["Speak to <sales>"]);
    expect(await ask("ana", "triggers remove “speak to &lt;sales&gt;”")).toContain("no trigger phrases");
    expect(await ask("ana", "triggers remove refund")).toContain("not among your phrases");
    expect(await ask("ana", "triggers add x")).toContain("two letters");
  });

  test("tries a sentence", async () => {
    expect(await ask("ana", "triggers test “help &lt;me&gt;”")).toBe(
      "“help &lt;me&gt;” connects the visitor.",
    );
  });
});

test("/handoff triggers replay shows what one more phrase would have changed", async () => {
  expect(await ask("ana", "triggers replay “refund &lt;me&gt;”")).toContain(
    "“refund &lt;me&gt;” would have changed",
  );
  await eventually(() =>
    team.ana
      .inbox()
      .some(({ text }) => text.includes("2 would be connected to people at once: “refund &lt;me&gt;”")),
  );
  expect(await ask("ana", "triggers replay")).toContain("Write `/handoff triggers");
});

describe("/handoff site", () => {
  test("lists, adds and changes sites, in the change log too", async () => {
    expect(await ask("ana", "site")).toContain("(`default`): conversations go to the usual channel");
    expect(await ask("ana", "site add shop My shop")).toContain('data-site="shop"');
    expect(await ask("ana", "site add shop Again")).toContain("already");
    expect(await ask("ana", "site add §§ Odd")).toContain("small letters");
    const sales = team.workspace.channelId("sales");
    expect(await ask("ana", `site shop channel <#${sales}|sales>`)).toContain(`<#${sales}>`);
    expect(await ask("ana", "site shop origins <https://shop.example.com>")).toContain(
      "https://shop.example.com",
    );
    expect(await ask("ana", "site shop origins nonsense")).toContain("is not an origin");
    expect(await ask("ana", "site nowhere channel usual")).toContain("There is no site");
    expect(await ask("ana", "site shop channel usual")).toContain("the usual channel");
    expect((await team.settings.changes())[0]).toMatchObject({ key: "site shop: slack", by: "Ana" });
  });

  test("changes a site's name and how the chat looks there", async () => {
    await ask("ana", "site add shop My shop");
    expect(await ask("ana", "site shop name “The &amp; shop”")).toContain("*The &amp; shop*");
    expect(await ask("ana", "site shop colour #1a73e8")).toContain("looks: #1a73e8, on the right");
    expect(await ask("ana", "site shop side left")).toContain("looks: #1a73e8, on the left");
    expect(await ask("ana", "site shop colour blue")).toContain("Write a colour such as #1a73e8");
    expect(await ask("ana", "site shop side top")).toContain("`left` or `right`");
    expect(await team.sites.find("shop")).toMatchObject({
      name: "The & shop",
      look: { accent: "#1a73e8", side: "left" },
    });
    expect(await ask("ana", "site shop color usual")).toContain("looks: the usual colour, on the left");
    expect((await team.settings.changes())[0]).toMatchObject({ key: "site shop: look", by: "Ana" });
  });
});

describe("slow commands", () => {
  test("answer at once and once more when they are done", async () => {
    expect(await ask("ana", "doctor")).toContain("a few seconds");
    await eventually(() =>
      team.ana.inbox().some(({ text }) => text.includes("*Database* Reachable &amp; migrated.")),
    );
    expect(await ask("ana", "test")).toContain("a few seconds");
    await eventually(() => team.ana.inbox().some(({ text }) => text.includes(":x: *Thread* Not for Ana.")));
  });

  test("are not called a failure when Slack itself is slow", async () => {
    team.workspace.trouble.fail("conversations.info", { delayMs: 2_500 });
    team.workspace.trouble.fail("conversations.list", { delayMs: 2_500 });
    const sales = team.workspace.channelId("sales");
    expect(await ask("ana", `channel <#${sales}|sales>`)).toBe("One moment…");
    await eventually(() => team.ana.inbox().some(({ text }) => text.includes(`<#${sales}> from now on`)));
    expect((await settings()).slackChannel).toBe(sales);
  });

  test("are for admins", async () => {
    expect(await ask("ben", "doctor")).toContain("Only workspace admins");
  });
});

describe("/handoff help", () => {
  test("is for everybody, and offered to whoever mistypes", async () => {
    expect(await ask("ben", "help")).toContain("/handoff away [until]");
    expect(await ask("ben", "<!channel>")).not.toContain("<!channel>");
    expect(await ask("ben", "staus")).toContain("Did you mean `/handoff status`?");
    expect((await ask("ben", "staus")).split("\n")).toHaveLength(1);
    expect(await ask("ben", "bakc")).toContain("Did you mean `/handoff back`?");
    expect(await ask("ben", "xyzzy")).not.toContain("Did you mean");
  });
});

test("what Slack escaped is read as it was typed", () => {
  expect(typed("a &amp; b &lt;c&gt; <mailto:x@y.z|x@y.z> <#C1|sales> <https://a.b/|a.b>")).toBe(
    "a & b <c> x@y.z C1 a.b",
  );
  expect(typed("channel <#C1>")).toBe("channel C1");
  expect(unquoted(' "two words" ')).toBe("two words");
  expect(closest("", ["on", "off"])).toBeUndefined();
});
