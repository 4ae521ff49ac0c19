import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeEach(async () => {
  team = await startTeam({ simulator: { channels: ["support", "sales"] } });
});
afterEach(() => team.stop());

/** Types `/handoff` and waits until the modal is filled. */
async function opens(person: "ana" | "ben" = "ana") {
  await team[person].command("/handoff", "");
  return eventually(() => {
    const view = team[person].view();
    return view && !JSON.stringify(view.blocks).includes("Reading the settings") ? view : undefined;
  });
}
const settings = () => team.settings.current();

describe("the settings modal", () => {
  test("shows the settings under the names they have in the inbox", async () => {
    await team.settings.change(
      {
        emailRecipients: ["ana@example.com", "ben@example.com"],
        hours: {
          timeZone: "Europe/Berlin",
          week: [{ day: 1, from: 540, to: 1020 }],
          holidays: ["2026-12-25"],
        },
      },
      "Ana",
    );
    const shown = JSON.stringify((await opens()).blocks);
    for (const label of [
      ...["Live handoff", "Email notifications", "SMS notifications", "Email recipients", "SMS recipients"],
      ...[
        "Trigger phrases",
        "Assistant instructions",
        "Slack channel",
        "Office hours",
        "Time zone",
        "Holidays",
      ],
      ...["Handoff rules", "Greeting", "Away message", "Undo seconds", "Guests may reply", "Slack admins"],
    ])
      expect(shown, label).toContain(`"text":"${label}"`);
    expect(shown).toContain("ana@example.com\\nben@example.com");
    expect(shown).toContain("Mon 9:00-17:00");
    expect(shown).toContain(team.workspace.channelId("support"));
  });

  test("takes the names of people and groups for the no-answer ladder, and shows them", async () => {
    await opens();
    const { errors } = await team.ana.submit({ "No-answer ladder": "2 mention @nobody" });
    expect(Object.values(errors ?? {}).join()).toContain("Name them as Slack does");
    await team.ana.submit({ "No-answer ladder": "2 mention @support-team, Ben\n5 direct Ana\n9 contact" });
    const [mention, direct, contact] = (await settings()).ladder;
    expect(mention?.who).toEqual([expect.stringMatching(/^S/), team.ben.userId]);
    expect(direct?.who).toEqual([team.ana.userId]);
    expect(contact).toEqual({ kind: "contact", minutes: 9, who: [] });
    expect(JSON.stringify((await opens()).blocks)).toContain(
      "2 mention @support-team, Ben\\n5 direct Ana\\n9 contact",
    );
  });

  test("keeps one person's quiet hours, and says which line is none", async () => {
    await opens();
    const { errors } = await team.ana.submit({
      "Quiet hours": "22:00-7:00",
      "Quiet hours of one person": "Ana@example.com 8pm",
    });
    expect(Object.values(errors ?? {}).join()).toContain("“Ana@example.com 8pm” is not such as");
    await team.ana.submit({
      "Quiet hours": "22:00-7:00",
      "Quiet hours of one person": "Ana@example.com 20:00-8:00\n+1 415 555 0123 never",
    });
    expect(await settings()).toMatchObject({
      quietHours: { from: "22:00", to: "07:00" },
      personalQuietHours: [
        { recipient: "ana@example.com", from: "20:00", to: "08:00" },
        { recipient: "+14155550123", from: "", to: "" },
      ],
    });
    expect(JSON.stringify((await opens()).blocks)).toContain(
      "ana@example.com 20:00-08:00\\n+14155550123 never",
    );
  });

  test("saves what was changed, says so, and closes", async () => {
    await opens();
    const { errors, failed } = await team.ana.submit({
      "Live handoff": [],
      "Email notifications": ["on"],
      "Email recipients": "Ana@example.com, ben@example.com\n",
      "Office hours": "Mon-Fri 9-17:30",
      "Time zone": "Europe/Berlin",
      Holidays: "2026-12-25, 2026-12-26",
      "Trigger phrases": "speak to sales\nI am a journalist",
      "Undo seconds": "5",
      "Slack channel": team.workspace.channelId("sales"),
    });
    expect({ errors, failed }).toEqual({});
    expect(team.ana.view()).toBeUndefined();
    expect(await settings()).toMatchObject({
      liveHandoff: false,
      emailNotifications: true,
      emailRecipients: ["ana@example.com", "ben@example.com"],
      hours: { timeZone: "Europe/Berlin", holidays: ["2026-12-25", "2026-12-26"] },
      triggerPhrases: ["speak to sales", "I am a journalist"],
      holdSeconds: 5,
      slackChannel: team.workspace.channelId("sales"),
    });
    expect((await settings()).hours.week).toHaveLength(5);
    expect((await team.settings.changes()).every(({ by }) => by === "Ana")).toBe(true);
    await eventually(() => team.ana.inbox()[0]);
    expect(team.ana.inbox()[0]?.text).toBe(
      "Saved: Live handoff, Slack channel, Trigger phrases, Office hours, Time zone, Holidays, Email notifications, Email recipients, Undo seconds.",
    );
  });

  test("says for how many people are called when live handoff is switched on again", async () => {
    await team.settings.change({ liveHandoff: false }, "Ana");
    await opens();
    await team.ana.submit({ "Live handoff": ["on"] });
    await eventually(() => team.ana.inbox().some(({ text }) => text?.includes("for 2 visitors who asked")));
  });

  test("names only what was changed, or that nothing was", async () => {
    await opens();
    await team.ana.submit({ "Time zone": "Europe/Berlin" });
    await eventually(() => team.ana.inbox().some(({ text }) => text === "Saved: Time zone."));
    await opens();
    await team.ana.submit({});
    await eventually(() => team.ana.inbox().some(({ text }) => text === "Nothing was changed."));
    expect(await team.settings.changes()).toHaveLength(1);
  });

  test("refuses bad values in the fields they are in, and saves nothing", async () => {
    await opens();
    const { errors } = await team.ana.submit({
      "Live handoff": [],
      "Email recipients": "ana@example.com\nnobody",
      "Office hours": "whenever",
      "Time zone": "Europe/Atlantis",
      Holidays: "Christmas",
      "Undo seconds": "500",
      "Trigger phrases": "x",
    });
    expect(errors).toMatchObject({
      emailRecipients: "“nobody” is not an email address.",
      officeHours: expect.stringContaining("whenever"),
      timeZone: expect.stringContaining("Europe/Atlantis"),
      holidays: expect.stringContaining("2026-12-25"),
      holdSeconds: expect.stringContaining("120"),
      triggerPhrases: expect.stringContaining("two letters"),
    });
    expect(errors).not.toHaveProperty("liveHandoff");
    expect((await settings()).liveHandoff).toBe(true);
    expect(team.ana.view()).toBeDefined();
  });

  test("leaves alone what somebody else changed meanwhile", async () => {
    await opens();
    await team.settings.change({ greeting: "Hello from the inbox" }, "Ben");
    await team.ana.submit({ "Away message": "Back soon" });
    expect(await settings()).toMatchObject({ greeting: "Hello from the inbox", awayMessage: "Back soon" });
  });

  test("does not touch what is too long for Slack, and says where to edit it", async () => {
    const assistantInstructions = "Be kind. ".repeat(400).trim();
    await team.settings.change({ assistantInstructions }, "Ana");
    const shown = JSON.stringify((await opens()).blocks);
    expect(shown).toContain("Too long to edit in Slack");
    await team.ana.submit({ Greeting: "Hi" });
    expect(await settings()).toMatchObject({ assistantInstructions, greeting: "Hi" });
  });

  test("chooses who else may change settings, and keeps those of other workspaces", async () => {
    await team.settings.change({ slackAdmins: ["U0ELSEWHERE", team.ana.userId] }, "Ana");
    const { blocks } = await opens();
    expect(JSON.stringify(blocks)).toContain(`"initial_users":["${team.ana.userId}"]`);
    await team.ana.submit({ "Slack admins": [team.ben.userId] });
    expect((await settings()).slackAdmins).toEqual(["U0ELSEWHERE", team.ben.userId]);
    await opens("ben");
    await team.ben.submit({ "Slack admins": [] });
    expect((await settings()).slackAdmins).toEqual(["U0ELSEWHERE"]);
  });

  test("refuses a channel the app cannot enter", async () => {
    await opens();
    const { errors } = await team.ana.submit({ "Slack channel": "C0NOWHERE1" });
    expect(errors).toHaveProperty("slackChannel");
    expect((await settings()).slackChannel).toBe("");
  });

  test("shows others who can change the settings, and takes nothing from them", async () => {
    const view = await opens("ben");
    expect(JSON.stringify(view.blocks)).toContain("Only workspace admins");
    expect(view.submit).toBeNull();

    await team.settings.change({ slackAdmins: [team.ben.userId] }, "Ana");
    await opens("ben");
    await team.settings.change({ slackAdmins: [] }, "Ana");
    const { errors } = await team.ben.submit({ "Live handoff": [] });
    expect(errors).toHaveProperty("liveHandoff");
    expect((await settings()).liveHandoff).toBe(true);
  });

  test("opens by its name, too", async () => {
    await team.ana.command("/handoff", " Settings ");
    await eventually(() => team.ana.view()?.submit);
  });

  test("opens before anything else is asked of Slack", async () => {
    const before = team.workspace.calls().length;
    await team.ana.command("/handoff", "");
    expect(team.workspace.calls()[before]?.method).toBe("views.open");
  });
});
