import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const status = async () => (await team.store.find(visitor.id()))?.status;
const labels = () =>
  (team.thread().blocks ?? []).flatMap((block) =>
    block.type === "actions"
      ? (block.elements as { text: { text: string } }[]).map(({ text }) => text.text)
      : [],
  );
const cardSays = (words: string) => eventually(() => JSON.stringify(team.thread().blocks).includes(words));

describe("the card's buttons", () => {
  test("say what can be done, and what can be done changes", async () => {
    expect(labels()).toEqual(["Claim", "Hand back to assistant", "Close", "Open in inbox"]);
    await team.ana.click(team.thread(), "Close");
    await cardSays("Reopen");
    expect(labels()).toEqual(["Reopen", "Open in inbox"]);
    expect(JSON.stringify(team.thread().blocks)).toContain(
      `https://chat.example.com/inbox/c/${visitor.id()}`,
    );
  });

  test("let one agent claim, and tell the next who has it", async () => {
    expect(await team.ana.click(team.thread(), "Claim")).toEqual({});
    expect(await status()).toBe("agent");
    await cardSays("Ana has it");
    expect(await team.ben.click(team.thread(), "Claim")).toEqual({});
    const told = await eventually(() => team.ben.inbox()[0]);
    expect(told.text).toBe("Ana already has this conversation.");
    expect((await team.store.find(visitor.id()))?.agent?.name).toBe("Ana");
  });

  test("hand back, close and reopen", async () => {
    await team.ana.click(team.thread(), "Hand back to assistant");
    expect(await status()).toBe("assistant");
    await cardSays("With the assistant");
    await team.ana.click(team.thread(), "Close");
    expect(await status()).toBe("closed");
    await cardSays("Reopen");
    await team.ben.click(team.thread(), "Reopen");
    expect(await status()).toBe("agent");
    await cardSays("Ben has it");
  });

  test("work on when Slack refuses to change the card for a while", async () => {
    team.workspace.trouble.fail("chat.update", { status: 503, times: 2 });
    await team.ana.click(team.thread(), "Claim");
    expect(await status()).toBe("agent");
    await cardSays("Ana has it");
  });
});
