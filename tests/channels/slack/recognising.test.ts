import { expect, test } from "vitest";
import { createDirectory } from "../../../src/channels/slack/workspace/directory.ts";
import { userIn } from "../../../src/channels/slack/workspace/people.ts";
import type { WebApi } from "../../../src/channels/slack/workspace/web-api.ts";
import { strangersOnly } from "../../../src/conversation/identities.ts";
import { createLog } from "../../../src/log.ts";

type Said = Record<string, unknown>;

const ana = { id: "U1", team_id: "T1", name: "ana.l", is_email_confirmed: true };
const profile = { real_name: "Ana Lopez", display_name: "ana", email: "ana@example.com" };

/** A workspace whose people are as Slack says, and what is taken from it. */
function workspaceOf(user: () => Promise<Said>, { fails = false } = {}) {
  const recognised: unknown[] = [];
  const directory = createDirectory({
    ...{ api: { user } as unknown as WebApi, log: createLog("silent"), team: async () => "T1" },
    identities: {
      ...strangersOnly,
      async recognise(somebody, email) {
        if (fails) throw new Error("The database does not answer.");
        recognised.push([somebody, email]);
        return true;
      },
    },
  });
  return { directory, recognised };
}

const known = { id: "slack:T1/U1", name: "ana" };

test.each<[string, Said, Said, unknown[]]>([
  ["a confirmed address", {}, {}, [[known, "ana@example.com"]]],
  ["an address that Slack has not confirmed", { is_email_confirmed: false }, {}, [[known, undefined]]],
  [
    "an address of which Slack does not say that",
    { is_email_confirmed: undefined },
    {},
    [[known, undefined]],
  ],
  ["no address, as without the permission", {}, { email: undefined }, []],
  ["a guest", { is_restricted: true }, {}, [[known, undefined]]],
  ["a guest of one channel", { is_ultra_restricted: true }, {}, [[known, undefined]]],
  ["somebody of another company", { is_stranger: true }, {}, [[known, undefined]]],
  ["somebody of another workspace", { team_id: "T2" }, {}, [[known, undefined]]],
  [
    "somebody of the same organisation",
    { team_id: "T2", enterprise_user: { teams: ["T1"] } },
    {},
    [[known, "ana@example.com"]],
  ],
  ["a bot", { is_bot: true }, {}, [[known, undefined]]],
  ["a guest whose address is not said", { is_restricted: true }, { email: undefined }, [[known, undefined]]],
])("%s: what it says of whether they are a member", async (_who, said, saidInProfile, expected) => {
  const { directory, recognised } = workspaceOf(async () => ({
    ...{ ...ana, ...said, profile: { ...profile, ...saidInProfile } },
  }));
  await directory.agent("T1", "U1");
  expect(recognised).toEqual(expected);
});

test("who signed in with Slack is known by the address it signed, where it does not say it otherwise", async () => {
  const silent = workspaceOf(async () => ({ ...ana, profile: { ...profile, email: undefined } }));
  await silent.directory.signedIn("U1", "ana@example.com");
  expect(silent.recognised).toEqual([[known, "ana@example.com"]]);

  const guest = workspaceOf(async () => ({ ...ana, is_restricted: true, profile: {} }));
  await guest.directory.signedIn("U1", "ana@example.com");
  expect(guest.recognised.flat()).not.toContain("ana@example.com");
});

test("that it cannot be written down keeps nobody from answering under their name", async () => {
  const { directory } = workspaceOf(async () => ({ ...ana, profile }), { fails: true });
  expect(await directory.agent("T1", "U1")).toMatchObject({ id: "slack:T1/U1", name: "Ana Lopez" });
});

test("an agent is found in the workspace that is asked about, and in no other", () => {
  const of = (id: string) => (id === "ana" ? [known, { id: "slack:T2/U2", name: "ana" }] : []);
  expect(userIn("T1", { id: "ana" }, { of })).toBe("U1");
  expect(userIn("T2", { id: "ana" }, { of })).toBe("U2");
  expect(userIn("T3", { id: "ana" }, { of })).toBeUndefined();
  expect(userIn("T1", { id: "slack:T1/U9" }, { of })).toBe("U9");
  expect(userIn("T", { id: "slack:T1/U9" }, { of })).toBeUndefined();
});
