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

  test("shows admins the settings and the health, and nobody else", async () => {
    const forAdmin = await homeOf("ana");
    expect(forAdmin).toContain(":x: *Redis* Redis &lt;does not&gt; answer.");
    expect(await homeOf("ben")).not.toContain("Health");
  });

  test("opens the settings", async () => {
    await team.ana.openHome();
    await team.ana.clickInView("Edit settings");
    await eventually(() => JSON.stringify(team.ana.view()?.blocks ?? []).includes("Live handoff"));
  });
});
