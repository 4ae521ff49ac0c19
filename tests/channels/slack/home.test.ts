import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeEach(async () => {
  team = await startTeam();
});
afterEach(() => team.stop());

const homeOf = async (person: "ana" | "ben") => JSON.stringify((await team[person].openHome())?.blocks ?? []);

describe("the app's Home tab", () => {
  test("says what will be there while there is nothing", async () => {
    expect(await homeOf("ben")).toContain("appears here and as a thread");
  });

  test("shows who waits, in their words, with ways to the thread and the inbox", async () => {
    const visitor = team.visitor("Zoe <!channel> *Bold*");
    await visitor.says("My order <https://evil.example|is here> broke");
    await visitor.asksForAPerson();
    await team.delivered();
    const shown = await homeOf("ben");
    expect(shown).toContain("Open conversations: 1");
    expect(shown).toContain("waiting since <!date^");
    expect(shown).not.toContain("<!channel>");
    expect(shown).not.toContain("<https://evil.example");
    expect(shown).toContain(`/inbox/c/${visitor.id()}|Open in inbox`);
    expect(shown).toContain(
      `/thread/${team.workspace.channelId("support")}-${team.thread().ts}|Open the thread`,
    );
  });

  test("leaves out what is between visitors and the assistant", async () => {
    await team.visitor("Quiet").says("Hello");
    expect(await homeOf("ben")).not.toContain("Quiet");
  });

  test("shows who waits first, then whom people help, and tells one's own from the others'", async () => {
    for (const name of ["Back", "Mine", "Waiting"]) {
      const visitor = team.visitor(name);
      await visitor.asksForAPerson();
      await team.delivered();
      const thread = team.threads().find(({ text }) => text.startsWith(name));
      if (!thread) throw new Error(`There is no thread of ${name}.`);
      if (name === "Mine") await team.ben.click(thread, "Claim");
      if (name === "Back") await team.ben.click(thread, "Hand back to assistant");
    }
    const shown = await homeOf("ben");
    const places = ["*Waiting*", "*Mine* · with you", "*Back* · with the assistant again"].map((words) =>
      shown.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(await homeOf("ana")).toContain("*Mine* · with Ben");
  });

  test("loses nobody who waits among the many who talk to the assistant", async () => {
    const visitor = team.visitor("Zoe");
    await visitor.asksForAPerson();
    await team.delivered();
    await team.ana.click(team.thread(), "Claim");
    for (let other = 0; other < 101; other++) await team.visitor(`Quiet ${other}`).says("Hello");
    expect(await homeOf("ana")).toContain("*Zoe* · with you");
  });

  test("shows admins the settings and the health, and nobody else", async () => {
    await team.settings.change({ triggerPhrases: ["speak to sales"], smsNotifications: true }, "Ana");
    const forAdmin = await homeOf("ana");
    for (const words of [
      "Live handoff: *on*",
      "Open: no office hours are set.",
      `Handoffs appear in <#${team.workspace.channelId("support")}>.`,
      "Email notifications: *off* · SMS notifications: *on*",
      "Trigger phrases of your own: *1*",
      ":x: *Redis* Redis &lt;does not&gt; answer.",
    ])
      expect(forAdmin).toContain(words);
    expect(await homeOf("ben")).not.toMatch(/Live handoff|Health/);
  });

  test("shows what was changed as soon as it was", async () => {
    expect(await homeOf("ana")).toContain("Live handoff: *on*");
    await team.ana.clickInView("Edit settings");
    await eventually(() => team.ana.view()?.submit);
    await team.ana.submit({ "Live handoff": [] });
    await eventually(() => JSON.stringify(team.ana.home()?.blocks).includes("Live handoff: *off*"));
  });

  test("opens the settings", async () => {
    await team.ana.openHome();
    await team.ana.clickInView("Edit settings");
    await eventually(() => JSON.stringify(team.ana.view()?.blocks ?? []).includes("Live handoff"));
  });
});
