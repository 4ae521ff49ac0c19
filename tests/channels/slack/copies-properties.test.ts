import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
beforeAll(async () => {
  team = await startTeam();
});
afterAll(() => team.stop());

/** Of a size: within a block, more than a block, and more than a post. */
const length = fc.constantFrom(1, 1, 1, 300, 700, 1_100);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant("say" as const), length }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("edit" as const), length, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("delete" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ act: "wait" as const }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("lose" as const), call: fc.nat({ max: 1 }) }) },
);

test("whatever is said, edited and deleted, and whatever goes wrong, the thread says each word that stands once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const visitor = team.visitor("Zoe");
      const before = new Set(team.threads().map(({ ts }) => ts));
      const source = () => ({ via: "widget", externalId: randomUUID() });
      const whose = { siteKey: "default", visitor: visitor.visitor, by: { kind: "visitor" as const } };
      const standing = new Map<string, string>();
      let count = 0;
      /** Words nobody else says. */
      const words = (length: number) => {
        count += 1;
        return Array.from({ length }, (_, at) => `m${count}w${at}e`).join(" ");
      };
      const one = (which: number) => [...standing.keys()][which % standing.size];

      await visitor.says("Hello");
      await visitor.asksForAPerson();
      await team.delivered();
      for (const todo of steps) {
        if (todo.act === "wait") await team.delivered();
        if (todo.act === "lose")
          team.workspace.trouble.fail(todo.call ? "chat.update" : "chat.postMessage", { lostResponse: true });
        if (todo.act === "say") {
          const text = words(todo.length);
          const { events } = await visitor.says(text);
          if (events[0]?.type === "message.posted") standing.set(events[0].message.id, text);
        }
        const messageId = "which" in todo ? one(todo.which) : undefined;
        if (messageId && todo.act === "edit") {
          const text = words(todo.length);
          await team.conversations.edit({ ...whose, messageId, text, source: source() });
          standing.set(messageId, text);
        }
        if (messageId && todo.act === "delete") {
          await team.conversations.remove({ ...whose, messageId, source: source() });
          standing.delete(messageId);
        }
      }
      await team.delivered();
      team.workspace.trouble.clear();

      const thread = team.threads().find(({ ts }) => !before.has(ts));
      const shown = JSON.stringify(thread?.replies.map(({ blocks }) => blocks)).match(/m\d+w\d+e/g) ?? [];
      const wanted = [...standing.values()].flatMap((text) => text.split(" "));
      expect(shown.toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
