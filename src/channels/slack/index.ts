import type { Router } from "express";
import { concernsPeople } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { ConversationStore, Directory, Listener, Threads } from "../../conversation/ports.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { createCommand } from "./admin/command.ts";
import { createBolt } from "./bolt.ts";
import { createCardButtons } from "./card/card-buttons.ts";
import { createCards } from "./card/cards.ts";
import { listen } from "./inbound.ts";
import { slackLogger } from "./logger.ts";
import { createOutbound } from "./outbound.ts";
import { createPoster } from "./posts/poster.ts";
import { createReadBack } from "./posts/read-back.ts";
import { createReplies } from "./replies/replies.ts";
import { createThreadLookup } from "./replies/thread-lookup.ts";
import { createCalls } from "./workspace/calls.ts";
import { createDirectory } from "./workspace/directory.ts";
import { createHealth, type SlackHealth } from "./workspace/health.ts";
import { createIdentity } from "./workspace/identity.ts";
import { createWebApi } from "./workspace/web-api.ts";
import { createWhispers } from "./workspace/whispers.ts";
import { createWorkspace } from "./workspace/workspace.ts";

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
  directory: Directory;
  settings: SettingsDesk;
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

/** One Slack workspace: every conversation that concerns people is a thread in its channel. */
export function createSlack({ config, fetch, recovered = () => {}, ...options }: SlackOptions): Slack {
  const { conversations, threads, store, publicUrl, log, now } = options;
  const connection = { botToken: config.botToken, apiUrl: config.apiUrl, fetch };
  const health = createHealth(recovered);
  const api = createWebApi(connection, slackLogger(log));
  const calls = createCalls({ now });
  const identity = createIdentity(api);
  const workspace = createWorkspace({ api, calls, identity, channel: config.channel, health, log, now });
  const cards = createCards({ api, calls, store, threads, publicUrl, log, now });
  const intervalMs = options.postIntervalMs ?? 1_000;
  const poster = createPoster({ api, calls, workspace, now, intervalMs });
  const whisper = createWhispers({ api, log });
  const people = createDirectory({ api, log });

  const { app, router, ...bolt } = createBolt({ ...config, connection, identity, health, log });
  listen(app, {
    replies: createReplies({
      ...{ conversations, identity, cards, whisper, directory: people },
      threadLookup: createThreadLookup({ api, threads, store }),
    }),
    buttons: createCardButtons({ conversations, identity, cards, whisper, directory: people }),
    command: createCommand({
      people,
      settings: options.settings,
      conversations: options.directory,
      publicUrl,
    }),
  });

  return {
    listener: {
      name: "slack",
      audience: "team",
      concerns: concernsPeople,
      hear: createOutbound({
        ...{ poster, cards, workspace, store, threads },
        readBack: createReadBack({ api, calls }),
      }),
    },
    router,
    async start() {
      await Promise.all([workspace.open(), bolt.start()]);
    },
    async stop() {
      workspace.stop();
      poster.stop();
      cards.stop();
      await bolt.stop();
    },
    health: health.now,
  };
}
