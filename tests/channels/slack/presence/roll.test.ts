import { expect, test } from "vitest";
import { createRoll, maxAsked } from "../../../../src/channels/slack/presence/roll.ts";
import { createCalls } from "../../../../src/channels/slack/workspace/calls.ts";

/** A channel of people, of whom some are active, and a count of what is asked of Slack. */
function channelOf(people: number, { pageSize = 1_000, endless = false } = {}) {
  const clock = { at: 1_000_000 };
  const now = () => clock.at;
  const ids = Array.from({ length: people }, (_, index) => `U${index}`);
  const active = new Set<string>();
  const asked: string[] = [];
  const spoken: string[] = [];
  let listed = 0;
  const roll = createRoll({
    now,
    calls: createCalls({ now }),
    api: {
      async members(_channel, cursor) {
        listed += 1;
        const from = Number(cursor ?? 0);
        const next = from + pageSize;
        const isMore = endless || next < ids.length;
        return {
          ok: true,
          members: ids.slice(from, next),
          response_metadata: { next_cursor: isMore ? String(next) : "" },
        };
      },
      async isActive(user) {
        asked.push(user);
        return active.has(user);
      },
    },
    async speaksForTeam(user) {
      spoken.push(user);
      return !user.endsWith("9");
    },
  });
  return {
    ...{ active, asked, spoken, clock },
    listed: () => listed,
    call: () => roll.call(["C1", "C1"]),
    /** A minute later. */
    async again() {
      clock.at += 60_000;
      return roll.call(["C1"]);
    },
  };
}

test("whoever was there last is asked first, and is enough", async () => {
  const channel = channelOf(40);
  channel.active.add("U7");
  expect(await channel.call()).toBe("here");
  expect(channel.asked.length).toBeLessThanOrEqual(10);
  channel.asked.length = 0;
  expect(await channel.again()).toBe("here");
  expect(channel.asked).toEqual(["U7"]);
  expect(channel.listed()).toBe(1);
});

test("nobody is there when everybody is away", async () => {
  const channel = channelOf(6);
  expect(await channel.call()).toBe("nobody");
  channel.active.add("U3");
  expect(await channel.again()).toBe("here");
  channel.active.delete("U3");
  expect(await channel.again()).toBe("nobody");
});

test("apps, guests and others who do not speak for the team are not there", async () => {
  const channel = channelOf(10);
  channel.active.add("U9");
  expect(await channel.call()).toBe("nobody");
  expect(channel.spoken).toEqual(["U9"]);
});

test("a large channel costs twenty calls a look, and is closed only once everybody was asked for", async () => {
  const channel = channelOf(90);
  for (const seen of ["unknown", "unknown", "unknown", "unknown", "nobody"]) {
    channel.asked.length = 0;
    expect(await channel.again()).toBe(seen);
    expect(channel.asked.length).toBeLessThanOrEqual(maxAsked);
  }
});

test("a channel of thousands is never closed for it, and read no further than three pages", async () => {
  const channel = channelOf(30, { pageSize: 10, endless: true });
  for (let look = 0; look < 4; look++) expect(await channel.again()).toBe("unknown");
  expect(channel.listed()).toBe(3);
});
