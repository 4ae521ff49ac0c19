import type { Agent } from "../../../conversation/conversation.ts";
import { type Identities, strangersOnly } from "../../../conversation/identities.ts";
import type { Log } from "../../../log.ts";
import { createMemory, type Memory } from "../../../memory.ts";
import { agentIdIn, userIn } from "./people.ts";
import { createRecognising, isColleague, type Seen } from "./recognising.ts";
import { codeOf } from "./trouble.ts";
import type { WebApi } from "./web-api.ts";

export interface Person {
  name: string;
  avatarUrl: string | undefined;
  /** Owners are admins too. */
  isAdmin: boolean;
  isBot: boolean;
  /** Invited into single channels, or of another company. */
  isGuest: boolean;
  /** The workspaces they belong to; empty when Slack does not say. */
  teamIds: string[];
}

export interface DirectoryOptions {
  api: WebApi;
  log: Log;
  team: () => Promise<string>;
  /** Who of them are members of the team; nobody when left out. */
  identities?: Identities | undefined;
}

export type PeopleAndChannels = ReturnType<typeof createDirectory>;

/** Slack waits 3 seconds for an answer to an event; a name is not worth losing it. */
const patienceMs = 1_500;

/** Who and what the ids in Slack's events are. Remembered for an hour, and never a reason to fail. */
export function createDirectory({ api, log, team, identities = strangersOnly }: DirectoryOptions) {
  const recognise = createRecognising({ team, identities, log });
  const people = createMemory<Promise<Person | undefined>>({ max: 5_000, ttl: 3_600_000 });
  const channels = createMemory<Promise<string | undefined>>({ max: 1_000, ttl: 3_600_000 });
  const groups = createMemory<Promise<Map<string, string> | undefined>>({ max: 1, ttl: 3_600_000 });
  const emoji = createMemory<Promise<Map<string, string> | undefined>>({ max: 1, ttl: 3_600_000 });

  const person = (userId: string) => remembered(people, userId, () => lookUp(userId));

  return {
    /** Undefined when Slack does not say. */
    person,

    channelName: (channelId: string) =>
      remembered(channels, channelId, async () => (await api.channel(channelId))?.name),

    /** The handle of a user group, without its `@`. */
    usergroupName: async (groupId: string) =>
      (await remembered(groups, "all", async () => handlesOf(await api.usergroups())))?.get(groupId),

    /** What a name of the workspace's own stands for, as emoji.list says it. */
    customEmoji: async (name: string) =>
      (await remembered(emoji, "all", async () => new Map(Object.entries(await api.customEmoji()))))?.get(
        name,
      ),

    /** Somebody added or removed emoji. */
    forgetEmoji: () => emoji.clear(),

    /** The member of the team that somebody is, or whoever they are in Slack. */
    async agent(teamId: string, userId: string): Promise<Agent> {
      const known = await person(userId);
      return identities.agentOf({
        id: agentIdIn(teamId, userId),
        name: known?.name ?? "Team member",
        avatarUrl: known?.avatarUrl,
      });
    },

    /** Who in this workspace an agent is; undefined for whoever is not known here. */
    userOf: async (agent: Pick<Agent, "id">): Promise<string | undefined> =>
      userIn(await team(), agent, identities),

    /** Somebody of whom Slack has just told us: from now on it is known whether they are a member of the team. */
    meet,

    /** Whether somebody is of the company, and a person. Asked anew: it lets them in. Throws where Slack does not say. */
    async isColleague(userId: string): Promise<boolean> {
      const seen = await lookUp(userId);
      return seen !== undefined && isColleague(seen, await team());
    },

    /** Slack has signed that an address is theirs, which it may not say of its people otherwise. */
    async signedIn(userId: string, email: string): Promise<void> {
      const seen = await lookUp(userId);
      if (seen && !seen.address) await recognise(userId, { ...seen, address: { email, isConfirmed: true } });
    },
  };

  async function lookUp(userId: string): Promise<Seen | undefined> {
    const user = await api.user(userId);
    return user && meet(user);
  }

  async function meet(user: SlackUser): Promise<Seen | undefined> {
    const seen = seenIn(user);
    if (seen && user.id) await recognise(user.id, seen);
    return seen;
  }

  function remembered<T>(
    cache: Memory<Promise<T | undefined>>,
    id: string,
    ask: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const known = cache.get(id);
    if (known) return withinPatience(known);
    const asked = ask().catch((error: unknown) => {
      cache.delete(id);
      // That there is nobody of this id is an answer: whoever a test handoff replies as, for one.
      if (codeOf(error) !== "user_not_found")
        log.warn("slack did not say who or what this is", { id, error });
      return undefined;
    });
    cache.set(id, asked);
    return withinPatience(asked);
  }
}

type SlackUser = NonNullable<Awaited<ReturnType<WebApi["user"]>>>;

function seenIn(user: SlackUser): Seen | undefined {
  // Visitors read it: a name rather than a handle.
  const name = user.profile?.real_name || user.real_name || user.profile?.display_name || user.name;
  if (!name) return undefined;
  const { email } = user.profile ?? {};
  return {
    name,
    handle: user.profile?.display_name || user.name || name,
    avatarUrl: user.profile?.image_192 || user.profile?.image_72 || user.profile?.image_48 || undefined,
    isAdmin: Boolean(user.is_admin || user.is_owner) && !user.is_stranger,
    isBot: Boolean(user.is_bot),
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger),
    teamIds: [user.team_id, ...(user.enterprise_user?.teams ?? [])].filter((id) => id !== undefined),
    address: email ? { email, isConfirmed: user.is_email_confirmed === true } : undefined,
  };
}

const handlesOf = (groups: { id?: string; handle?: string; name?: string }[]) =>
  new Map(groups.flatMap(({ id, handle, name }) => (id ? [[id, handle || name || "group"] as const] : [])));

function withinPatience<T>(asked: Promise<T | undefined>): Promise<T | undefined> {
  let timer: NodeJS.Timeout;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
