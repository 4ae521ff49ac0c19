import { createMemory } from "../../../memory.ts";
import type { TeamPresence } from "../../../settings/team-presence.ts";
import type { Calls } from "../workspace/calls.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { WebApi } from "../workspace/web-api.ts";

export interface RollOptions {
  api: Pick<WebApi, "members" | "isActive">;
  calls: Calls;
  /** Undefined when Slack does not say. */
  speaksForTeam: (userId: string) => Promise<boolean | undefined>;
  /** Milliseconds since 1970. */
  now: () => number;
}

export type Roll = ReturnType<typeof createRoll>;

/** Slack allows 50 a minute; a look comes once a minute at most, and others look people up, too. */
export const maxAsked = 20;
const askedAtOnce = 5;
/** Whoever was away is believed to be away for so long: in five looks, a hundred people can be asked for. */
const awayForMs = 5 * 60_000;
const membersForMs = 10 * 60_000;
/** Channels of thousands are read no further: whoever talks to visitors is in a smaller one. */
const maxPages = 3;

/**
 * Calls the roll of some channels of one workspace: who was there last is asked first, then who was not asked for longest,
 * and the first who is there ends it. Nobody is there only when everybody was seen away; in a channel too large for that, nobody is missed.
 */
export function createRoll({ api, calls, speaksForTeam, now }: RollOptions) {
  const members = new Map<string, { ids: readonly string[]; isAll: boolean; until: number }>();
  /** When they were last seen away, or found to be a bot or a guest. */
  const awayAt = createMemory<number>({ max: 10_000 });
  let lastSeen: string | undefined;

  return {
    /** Throws what the calls to Slack throw. */
    async call(channelIds: readonly string[]): Promise<TeamPresence> {
      const lists = await Promise.all([...new Set(channelIds)].map(membersOf));
      const everybody = [...new Set(lists.flatMap(({ ids }) => ids))];
      const others = everybody.filter((user) => user !== lastSeen).sort(byWhenAsked);
      const first = lastSeen && everybody.includes(lastSeen) ? [lastSeen] : [];

      for (const group of [first, ...inGroups(others.slice(0, maxAsked - first.length))]) {
        const there = await Promise.all(group.map(isThere));
        lastSeen = group.find((_, index) => there[index]);
        if (lastSeen) return "here";
      }
      return lists.every(({ isAll }) => isAll) && everybody.every(isAway) ? "nobody" : "unknown";
    },
  };

  function byWhenAsked(one: string, other: string): number {
    return seenAway(one) - seenAway(other);
  }

  function isAway(user: string): boolean {
    return now() - seenAway(user) < awayForMs;
  }

  function seenAway(user: string): number {
    return awayAt.get(user) ?? 0;
  }

  async function isThere(user: string): Promise<boolean> {
    const speaks = (await isActive(user)) ? await speaksForTeam(user) : false;
    if (speaks === false) awayAt.set(user, now());
    return speaks ?? false;
  }

  /** Somebody who has left the workspace may still be on the list. */
  async function isActive(user: string): Promise<boolean> {
    try {
      return await calls.make(() => api.isActive(user));
    } catch (error) {
      if (codeOf(error) === "user_not_found") return false;
      throw error;
    }
  }

  async function membersOf(channel: string) {
    const known = members.get(channel);
    if (known && known.until > now()) return known;
    const ids: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page === 0 || (cursor && page < maxPages); page++) {
      const answer = await calls.make(() => api.members(channel, cursor));
      ids.push(...(answer.members ?? []));
      cursor = answer.response_metadata?.next_cursor || undefined;
    }
    const read = { ids, isAll: cursor === undefined, until: now() + membersForMs };
    members.set(channel, read);
    return read;
  }
}

function* inGroups(users: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < users.length; from += askedAtOnce) yield users.slice(from, from + askedAtOnce);
}
