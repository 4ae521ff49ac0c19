import type { Router } from "express";
import { concernsPeople } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type {
  ConversationStore,
  Copies,
  Directory,
  HeldReplies,
  Installations,
  Listener,
  Presences,
  Threads,
} from "../../conversation/ports.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import { createCommand } from "./admin/command.ts";
import { createBolt } from "./bolt.ts";
import { createCardButtons } from "./card/card-buttons.ts";
import { cardPace } from "./card/card-pace.ts";
import { createCards } from "./card/cards.ts";
import { listen } from "./inbound.ts";
import { slackLogger } from "./logger.ts";
import { createOutbound } from "./outbound.ts";
import { createReplies } from "./replies/replies.ts";
import { createThreadLookup } from "./replies/thread-lookup.ts";
import type { SlackHealth } from "./workspace/health.ts";
import { createWebApi } from "./workspace/web-api.ts";
import { createWorkspace } from "./workspace/workspace.ts";
import { createWorkspaces } from "./workspace/workspaces.ts";

export interface SlackConfig {
  botToken: string;
  signingSecret?: string | undefined;
  /** Socket Mode instead of signed requests. */
  appToken?: string | undefined;
  /** By id or #name. */
  channel: string;
  apiUrl?: string | undefined;
}

export interface SlackOptions {
  config: SlackConfig;
  conversations: Conversations;
  threads: Threads;
  store: ConversationStore;
  copies: Copies;
  heldReplies: HeldReplies;
  presences: Presences;
  installations: Installations;
  directory: Directory;
  settings: SettingsDesk;
  sites: Sites;
  newId: () => string;
  publicUrl: string;
  log: Log;
  now: () => number;
  fetch?: typeof fetch | undefined;
  /** Between two posts to a channel; Slack allows about one a second. */
  postIntervalMs?: number | undefined;
  /** Slack takes our posts again, after it did not. */
  recovered?: () => void;
}

export interface Slack {
  listener: Listener;
  /** Slack's requests to /slack/events; mount it before any body parser. None in Socket Mode. */
  router: Router | undefined;
  /** Resolves after the first try to connect; goes on trying in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): SlackHealth;
}

/** Every conversation that concerns people is a thread in a channel of Slack. */
export function createSlack({ config, fetch, recovered = () => {}, ...options }: SlackOptions): Slack {
  const { conversations, threads, store, settings, publicUrl, log, now } = options;
  const connection = { botToken: config.botToken, apiUrl: config.apiUrl, fetch };
  const first = createWorkspace({
    api: createWebApi(connection, slackLogger(log)),
    usualChannel: async () => (await settings.current()).slackChannel || config.channel,
    ...{ log, now, recovered, intervalMs: options.postIntervalMs ?? 1_000 },
  });
  const workspaces = createWorkspaces({ first });
  const cards = createCards({
    ...{ workspaces, store, threads, publicUrl, log, now },
    ...{ presences: options.presences, sites: options.sites },
    pace: cardPace(options.postIntervalMs ?? 1_000),
  });

  const { app, router, ...bolt } = createBolt({
    ...config,
    ...{ connection, workspaces, health: first.health, log },
  });
  listen(app, {
    workspaces,
    replies: createReplies({
      ...{ conversations, cards, threadLookup: createThreadLookup({ threads, store }) },
    }),
    buttons: createCardButtons({ conversations, cards }),
    command: createCommand({ settings, conversations: options.directory, publicUrl }),
  });

  return {
    listener: {
      name: "slack",
      audience: "team",
      concerns: concernsPeople,
      hear: createOutbound({ workspaces, cards, store, threads }),
    },
    router,
    async start() {
      await Promise.all([workspaces.open(), bolt.start()]);
    },
    async stop() {
      workspaces.stop();
      cards.stop();
      await bolt.stop();
    },
    health: workspaces.health,
  };
}
