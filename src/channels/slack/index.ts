import type { IncomingMessage } from "node:http";
import { Router } from "express";
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
import type { Mailer } from "../../mail/mail.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import { createAdmin } from "./admin/index.ts";
import type { AdminTools } from "./admin/ports.ts";
import { createBolt } from "./bolt.ts";
import { cardPace } from "./card/card-pace.ts";
import { createCards } from "./card/cards.ts";
import { createSlackDoctor, type SlackDoctor } from "./doctor/index.ts";
import { createTraffic } from "./doctor/traffic.ts";
import { listen } from "./inbound.ts";
import { createInstall } from "./install/install.ts";
import { manifestScopes } from "./install/scopes.ts";
import { createWorkspaceList, type WorkspaceList } from "./install/workspace-list.ts";
import { createOutbound } from "./outbound.ts";
import type { FileSource } from "./posts/file-posts.ts";
import { listenToRetry } from "./receipts/listen-to-retry.ts";
import { createReceipts } from "./receipts/receipts.ts";
import { watching } from "./receipts/watching.ts";
import { createRehoming } from "./rehoming/rehoming.ts";
import { createSweeps } from "./rehoming/sweeps.ts";
import type { FileShelf } from "./replies/incoming-files.ts";
import { createReplies } from "./replies/replies.ts";
import { createSlackFiles, type SlackFiles } from "./replies/slack-files.ts";
import { createControls } from "./shortcuts/controls.ts";
import { listenToChanges } from "./workspace/changes.ts";
import { connectWorkspaces } from "./workspace/connect.ts";
import type { SlackHealth } from "./workspace/health.ts";
import { createRounds } from "./workspace/rounds.ts";

export interface SlackConfig {
  /** Of a workspace that needs no installing. */
  botToken?: string | undefined;
  signingSecret?: string | undefined;
  /** Socket Mode instead of signed requests. */
  appToken?: string | undefined;
  /** By id or #name. */
  channel?: string | undefined;
  /** With which further workspaces install the app. */
  oauth?: { clientId: string; clientSecret: string } | undefined;
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
  /** Sends transcripts; without one, whoever wants to is told what to set. */
  mailer?: Mailer | undefined;
  publicUrl: string;
  /** Of the app: what is stored of other workspaces is sealed with it. */
  secret: string;
  /** Whether somebody signed in as an admin of ours sent a request: a workspace they install is approved at once. */
  isAdmin?: ((request: IncomingMessage) => Promise<boolean>) | undefined;
  log: Log;
  now: () => number;
  /** What admins can have looked at and tried from Slack. */
  tools: AdminTools;
  fetch?: typeof fetch | undefined;
  /** Between two posts to a channel; Slack allows about one a second. */
  postIntervalMs?: number | undefined;
  /** How often it is looked whether settings, sites or workspaces have changed. */
  roundsEveryMs?: number | undefined;
  /** Where files are kept; without it agents' stay in Slack and others' in the inbox, and the agents are told. */
  files?: (FileShelf & FileSource) | undefined;
  /** An agent's reply that has not arrived after this long is marked as waiting; 20 seconds when left out. */
  waitingAfterMs?: number | undefined;
  /** Between looks for what was missed in open threads, and between two reads of one look. */
  catchUp?: { everyMs: number; betweenMs: number } | undefined;
  /** Slack takes our posts again, after it did not. */
  recovered?: () => void;
}

export interface Slack {
  listener: Listener;
  /** What comes to /slack/*; mount it before any body parser. None in Socket Mode where nothing can be installed. */
  router: Router | undefined;
  /** The workspaces that installed the app. */
  workspaces: WorkspaceList;
  /** Brings the bytes of a file that an agent shared. */
  fetchFile: SlackFiles["fetch"];
  /** Somebody says that it works now: looks at every channel that was closed. */
  lookAgain(): Promise<void>;
  /** Resolves after the first try to connect; goes on trying in the background. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): SlackHealth;
  /** What can be looked at to see whether Slack works, and the thread of a test handoff. */
  doctor: Pick<SlackDoctor, "looks" | "testThread">;
  /** A visitor came, went, or went on to another page: their conversation's card shows it. */
  present(conversationId: string): void;
}

/** Every conversation that concerns people is a thread in a channel of Slack. */
export function createSlack({ config, fetch, recovered = () => {}, ...options }: SlackOptions): Slack {
  const { conversations, threads, store, publicUrl, log, now } = options;
  const traffic = createTraffic({ fetch, now });
  const connection = { apiUrl: config.apiUrl, fetch: traffic.fetch };
  const { workspaces, desk, nameOf, forget, ...connections } = connectWorkspaces({
    ...options,
    ...{ botToken: config.botToken, channel: config.channel, connection, recovered },
    intervalMs: options.postIntervalMs ?? 1_000,
  });
  const cards = createCards({
    ...{ workspaces, store, threads, publicUrl, log, now },
    ...{ presences: options.presences, sites: options.sites },
    pace: cardPace(options.postIntervalMs ?? 1_000),
  });

  const receipts = createReceipts({
    ...{ workspaces, store, threads, presences: options.presences, log, now },
    minuteMs: 60 * (options.postIntervalMs ?? 1_000),
    waitingAfterMs: options.waitingAfterMs ?? 20_000,
  });

  const { app, router, ...bolt } = createBolt({
    ...config,
    ...{ connection, workspaces, publicUrl, log },
    connected: () => replies.catchUp(),
  });
  const install = config.oauth
    ? createInstall({
        ...config.oauth,
        ...{ secret: options.secret, connection, publicUrl, desk, nameOf, log, now },
        scopes: manifestScopes(publicUrl),
        isAdmin: options.isAdmin ?? (async () => false),
        changed: workspaces.refresh,
      })
    : undefined;
  const rehoming = createRehoming({ workspaces, conversations, cards, store, threads, log });
  const rounds = createRounds({
    everyMs: options.roundsEveryMs ?? 5_000,
    work: createSweeps({ workspaces, rehoming }),
    log,
  });
  listenToRetry(app, async () => replies.catchUp());
  listenToChanges(app, { workspaces, forget, changed: rounds.soon, log });
  const slackFiles = createSlackFiles({ workspaces, ...connection });
  const replies = createReplies({
    ...options,
    conversations: watching(conversations, receipts),
    workspaces,
    cards,
    slackFiles,
    rootDeleted: rehoming.rootDeleted,
    failed: receipts.failed,
  });
  const outbound = rehoming.around(
    createOutbound({
      ...{ workspaces, cards, receipts, store, threads: rehoming.threads, publicUrl, fetch, log },
      ...{ copies: options.copies, files: options.files },
    }),
  );
  const admin = createAdmin({ ...options, conversations: options.directory });
  const controls = createControls({ ...options, cards });
  listen(app, {
    workspaces,
    replies,
    controls,
    admin,
  });

  const doctor = createSlackDoctor({
    ...{ ...options, config, bolt: app, workspaces, traffic },
    hear(delivery) {
      admin.changed();
      return outbound(delivery);
    },
  });

  return {
    listener: { name: "slack", audience: "team", concerns: concernsPeople, hear: doctor.hear },
    doctor,
    router: together(router && doctor.router, router, install),
    workspaces: createWorkspaceList({ desk, workspaces }),
    fetchFile: slackFiles.fetch,
    async lookAgain() {
      await Promise.all(workspaces.all().map(({ doors }) => doors.look()));
    },
    async start() {
      await Promise.all([workspaces.open(), bolt.start()]);
      rounds.start();
      replies.start();
      receipts.start();
    },
    async stop() {
      await Promise.all([rounds.stop(), replies.stop(), controls.stop()]);
      connections.stop();
      receipts.stop();
      cards.stop();
      admin.stop();
      await bolt.stop();
    },
    health: workspaces.health,
    present: (conversationId) => void cards.refresh(conversationId),
  };
}

function together(...routers: (Router | undefined)[]): Router | undefined {
  const present = routers.filter((router) => router !== undefined);
  return present.length > 0 ? Router().use(...present) : undefined;
}
