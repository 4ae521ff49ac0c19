import type { Conversation } from "../../../conversation/conversation.ts";
import { isFromVisitor } from "../../../conversation/events.ts";
import { Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { createMemory } from "../../../memory.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Site, Sites } from "../../../settings/sites.ts";
import { routeFor } from "./route.ts";
import type { Workspace } from "./workspace.ts";

/** Where a conversation belongs in Slack: a workspace, and a channel in it by id or #name; the usual one if undefined. */
export interface Home {
  workspace: Workspace;
  channel: string | undefined;
}

export interface HomesOptions {
  /** Where conversations go whose site says nothing else. */
  usual: () => Promise<Workspace | undefined>;
  byTeam: (team: string) => Promise<Workspace | undefined>;
  settings: Pick<SettingsDesk, "current">;
  sites: Pick<Sites, "find" | "list">;
  store: Pick<ConversationStore, "eventsAfter">;
  publicUrl: string;
}

export type Homes = ReturnType<typeof createHomes>;

const siteMemoryMs = 3_000;

/** Which conversation belongs where: by its site, then by the routing rules, then in the usual channel. */
export function createHomes({ usual, byTeam, settings, sites, store, publicUrl }: HomesOptions) {
  const remembered = createMemory<{ site: Site | undefined }>({ max: 1_000, ttl: siteMemoryMs });

  return {
    /** Throws `Refused` with what to do while there is nowhere to go. */
    async of(conversation: Conversation): Promise<Home> {
      const site = await siteOf(conversation);
      if (site?.slack)
        return { workspace: await workspaceOf(site, site.slack.team), channel: site.slack.channel };

      const workspace = await usual();
      if (!workspace)
        throw new Refused(`No Slack workspace is connected. Install the app at ${publicUrl}/slack/install.`);
      const { routes } = await settings.current();
      const route = routes.length > 0 && routeFor(routes, await wordsOf(conversation));
      return {
        workspace,
        channel: route && (await canEnter(workspace, route.channel)) ? route.channel : undefined,
      };
    },

    /** Whether conversations like this one go to a place; "unknown" while some of those places are not found yet. */
    async isAt(
      conversation: Conversation,
      { team, channel }: { team: string; channel: string },
    ): Promise<"home" | "elsewhere" | "unknown"> {
      const site = await siteOf(conversation);
      if (site?.slack)
        return site.slack.team === team && site.slack.channel === channel ? "home" : "elsewhere";

      const workspace = await usual();
      if (!workspace) return "unknown";
      if ((await workspace.team()) !== team) return "elsewhere";

      const usualDoor = workspace.doors.to(await workspace.usualChannel()).known();
      if (usualDoor.channelId === channel) return "home";
      const { routes } = await settings.current();
      const routed = routes.map((route) => workspace.doors.to(route.channel).known());
      if (routed.some(({ channelId, isClosed }) => channelId === channel && !isClosed)) return "home";
      const isFound = usualDoor.channelId !== undefined && !usualDoor.isClosed;
      return isFound && routed.every((door) => door.channelId || door.isClosed) ? "elsewhere" : "unknown";
    },

    /** Everything that decides where conversations belong, to see when it has changed. */
    async layout(): Promise<string> {
      const { slackChannel, routes } = await settings.current();
      remembered.clear();
      const sent = (await sites.list()).map(({ key, slack }) => [key, slack]);
      return JSON.stringify([slackChannel, routes, sent]);
    },

    /** The channels that conversations go to in a workspace now, by id or #name. */
    async channelsIn(workspace: Workspace): Promise<string[]> {
      const team = await workspace.team().catch(() => undefined);
      const sent = (await sites.list()).flatMap(({ slack }) =>
        slack && slack.team === team ? [slack.channel] : [],
      );
      if ((await usual()) !== workspace) return sent;
      const { routes } = await settings.current();
      return [await workspace.usualChannel(), ...routes.map(({ channel }) => channel), ...sent];
    },
  };

  async function siteOf({ siteKey }: Conversation): Promise<Site | undefined> {
    const known = remembered.get(siteKey);
    if (known) return known.site;
    const site = await sites.find(siteKey);
    remembered.set(siteKey, { site });
    return site;
  }

  async function workspaceOf({ name }: Site, team: string): Promise<Workspace> {
    const workspace = await byTeam(team);
    if (workspace) return workspace;
    throw new Refused(
      `The Slack workspace ${team}, where the site ${name} sends its conversations, is not connected. Install the app there at ${publicUrl}/slack/install, or choose another place for the site.`,
    );
  }

  /** Everything a rule may look at: why people were asked for, and what the visitor said last. */
  async function wordsOf({ id, handoff }: Conversation): Promise<string[]> {
    const said = (await store.eventsAfter(id, 0)).findLast(
      (event) => event.type === "message.posted" && isFromVisitor(event),
    );
    const last = said?.type === "message.posted" ? said.message.text : "";
    const { reason, matched, summary, afterOffer } = handoff ?? {};
    return [reason, matched, afterOffer?.matched, summary, last].filter((text) => text !== undefined);
  }

  /** A rule whose channel is out of reach does not hold anybody up: its door says what is wrong. */
  async function canEnter(workspace: Workspace, channel: string): Promise<boolean> {
    try {
      await workspace.place(channel);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }
}
