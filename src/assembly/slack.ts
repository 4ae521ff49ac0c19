import type { SlackDelivery } from "../channels/inbox/conversations/delivery.ts";
import type { Slack, SlackOptions } from "../channels/slack/options.ts";
import type { Config } from "../config.ts";
import type { Outward } from "../privacy/outward.ts";
import type { Relay } from "../relay.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Storage } from "../storage/index.ts";
import type { Team } from "../team/index.ts";
import type { SlackSignIn } from "../team/slack/handler.ts";

export interface SlackParts
  extends Pick<
    SlackOptions,
    | "conversations"
    | "settings"
    | "files"
    | "lessons"
    | "mailer"
    | "traces"
    | "translation"
    | "tools"
    | "postIntervalMs"
    | "log"
    | "now"
    | "newId"
  > {
  config: Config;
  storage: Storage;
  outward: Pick<Outward, "store" | "directory">;
  team: Pick<Team, "signedIn" | "subscribe">;
  relay: Relay;
}

/** Slack, where it is configured; it is told when the team changes, and what it was owed goes out when it works again. */
export async function createSlackPart(parts: SlackParts): Promise<Slack | undefined> {
  const { config, storage, outward, team, relay, ...given } = parts;
  if (!config.slack) return undefined;
  const { threads, copies, heldReplies, presences, installations, identities, sites, lanes } = storage;
  const { createSlack } = await import("../channels/slack/index.ts");
  const slack = createSlack({
    ...given,
    ...{ threads, copies, heldReplies, presences, installations, identities, sites },
    ...{ store: outward.store, directory: outward.directory },
    ...{ config: config.slack, publicUrl: config.publicUrl, secret: config.secret },
    isAdmin: async (request) => (await team.signedIn(request))?.role === "admin",
    // Slack takes our messages again: what was given up for its sake is tried once more.
    recovered: () => void lanes.revive({ listener: "slack" }, given.now()).then(relay.kick),
  });
  team.subscribe(slack.teamChanged);
  return slack;
}

export interface SignInParts {
  config: Config;
  settings: Pick<SettingsDesk, "current">;
  /** There later than the team is. */
  slack: () => Slack | undefined;
}

/** Sign in with Slack; undefined where nobody can install the app, whose client it uses. */
export function slackSignIn({ config, settings, slack }: SignInParts): SlackSignIn | undefined {
  if (!config.slack?.oauth) return undefined;
  return {
    ...{ ...config.slack.oauth, apiUrl: config.slack.apiUrl },
    isConnected: async (workspace) => (await slack()?.isConnected(workspace)) ?? false,
    async mayJoin({ team, user, email }) {
      const { slackTeamJoins, notLetIn } = await settings.current();
      if (!slackTeamJoins || notLetIn.includes(email)) return false;
      return (await slack()?.isColleague(team, user)) ?? false;
    },
    cameIn: (somebody) => void slack()?.signedIn(somebody),
  };
}

/** What the inbox is told of a conversation's way to Slack, and how it has it tried again. */
export function slackDelivery(
  slack: Slack,
  { storage: { lanes, threads }, relay, now }: Pick<SlackParts, "storage" | "relay" | "now">,
): SlackDelivery {
  return {
    troubleOf: (conversationId) => lanes.troubleOf({ listener: "slack", conversationId }),
    hasThread: async (conversationId) => (await threads.find("slack", conversationId)) !== undefined,
    async retry(conversationId) {
      await slack.lookAgain();
      await lanes.revive({ listener: "slack", conversationId }, now());
      relay.kick();
    },
  };
}
