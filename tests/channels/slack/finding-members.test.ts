import { WebAPIPlatformError } from "@slack/web-api";
import { expect, test } from "vitest";
import { createCalls } from "../../../src/channels/slack/workspace/calls.ts";
import { createFindingMembers } from "../../../src/channels/slack/workspace/finding-members.ts";
import type { Workspace } from "../../../src/channels/slack/workspace/workspace.ts";
import { createLog } from "../../../src/log.ts";

const refusedWith = (error: string) => new WebAPIPlatformError({ ok: false, error });

/** A workspace with some people, and the members of the team who are not known in it. */
function start(members: string[], inSlack: (email: string) => unknown, state = "on") {
  const asked: string[] = [];
  const met: unknown[] = [];
  const workspace = {
    team: async () => "T1",
    calls: createCalls({ now: Date.now }),
    health: { now: () => ({ state, detail: "" }) },
    directory: { meet: async (user: unknown) => void met.push(user) },
    api: {
      async userByEmail(email: string) {
        asked.push(email);
        return inSlack(email);
      },
    },
  } as unknown as Workspace;
  const look = createFindingMembers({
    workspaces: { all: () => [workspace] },
    identities: {
      strangersTo: async (prefix) =>
        prefix === "slack:T1/" ? members.map((email) => ({ id: email, email })) : [],
    },
    log: createLog("silent"),
  });
  return { look, asked, met };
}

const nobody = (): never => {
  throw refusedWith("users_not_found");
};

test("members are looked for by their address, once an hour, and whoever is found is met", async () => {
  const { look, asked, met } = start(["ana@example.com", "ben@example.com"], (email) =>
    email.startsWith("ben") ? { id: "UBEN" } : nobody(),
  );
  await look();
  await look();
  expect(asked).toEqual(["ana@example.com", "ben@example.com"]);
  expect(met).toEqual([{ id: "UBEN" }]);
});

test("a large team is looked for in parts that Slack allows", async () => {
  const members = Array.from({ length: 50 }, (_, index) => `${index}@example.com`);
  const { look, asked } = start(members, nobody);
  await look();
  expect(asked).toHaveLength(40);
  await look();
  expect(asked).toEqual(members);
});

test("an app that may not read addresses asks once, not once a minute and not for everybody", async () => {
  const { look, asked } = start(["ana@example.com", "ben@example.com"], () => {
    throw refusedWith("missing_scope");
  });
  await look();
  await look();
  expect(asked).toEqual(["ana@example.com"]);
});

test("what may go away by itself is asked for again", async () => {
  let isDown = true;
  const { look, met } = start(["ana@example.com"], () => {
    if (isDown) throw new Error("socket hang up");
    return { id: "UANA" };
  });
  await look();
  isDown = false;
  await look();
  expect(met).toEqual([{ id: "UANA" }]);
});

test("a workspace that takes nothing is not asked", async () => {
  const { look, asked } = start(["ana@example.com"], nobody, "broken");
  await look();
  expect(asked).toEqual([]);
});
