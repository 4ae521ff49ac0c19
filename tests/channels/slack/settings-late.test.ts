import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeEach(async () => {
  team = await startTeam();
});
afterEach(() => team.stop());

const tooLate = { error: "expired_trigger_id" };

test("whoever typed /handoff is told when Slack no longer shows the settings", async () => {
  team.workspace.trouble.fail("views.open", tooLate);
  expect((await team.ana.command("/handoff", ""))?.text).toContain("Type /handoff again");
  expect(await team.ana.command("/handoff", "")).toBeUndefined();
});

test("and so is whoever pressed the button in the Home tab", async () => {
  await team.ana.openHome();
  team.workspace.trouble.fail("views.open", tooLate);
  expect(await team.ana.clickInView("Edit settings")).toEqual({});
  await eventually(() => team.ana.inbox().some(({ text }) => text.includes("Type /handoff again")));
});
