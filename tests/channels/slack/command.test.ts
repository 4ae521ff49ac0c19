import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeEach(async () => {
  team = await startTeam();
});
afterEach(() => team.stop());

const ask = async (person: "ana" | "ben", text: string) =>
  (await team[person].command("/handoff", text))?.text;

describe("/handoff", () => {
  test("shows whether live handoff is on, and how many wait", async () => {
    expect(await ask("ben", "status")).toContain("Live handoff is on. Nobody is waiting.");
    await team.visitor().asksForAPerson();
    await team.visitor().asksForAPerson();
    expect(await ask("ben", " Status ")).toContain("Waiting for a person: 2.");
  });

  test("lets admins turn it off and on, and nobody else", async () => {
    expect(await ask("ben", "off")).toContain("Only workspace admins");
    expect((await team.settings.current()).liveHandoff).toBe(true);
    expect(await ask("ana", "off")).toContain("Live handoff is off");
    expect((await team.settings.current()).liveHandoff).toBe(false);
    expect((await team.settings.changes())[0]).toMatchObject({ key: "liveHandoff", by: "Ana" });
    expect(await ask("ana", "on")).toContain("Live handoff is on");
    expect((await team.settings.current()).liveHandoff).toBe(true);
  });

  test("explains itself, also to somebody who mistypes", async () => {
    expect(await ask("ben", "")).toContain("/handoff status");
    expect(await ask("ben", "<!channel>")).not.toContain("<!channel>");
    expect(await ask("ben", "halp")).toContain("/handoff status");
  });
});
