import express, { Router } from "express";
import type { Analytics } from "../../analytics/index.ts";
import type { Directory } from "../../conversation/directory.ts";
import type { Identities } from "../../conversation/identities.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Presences } from "../../conversation/presence.ts";
import type { Readings } from "../../conversation/readings.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { Files } from "../../files/index.ts";
import { HttpError } from "../../http/errors.ts";
import type { SocketEndpoint } from "../../http/upgrade.ts";
import type { Live } from "../../live.ts";
import type { Log } from "../../log.ts";
import type { Privacy } from "../../privacy/index.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { createSiteDesk } from "../../settings/site-desk.ts";
import type { Sites } from "../../settings/sites.ts";
import type { SeesTeam, Sightings } from "../../settings/team-presence.ts";
import type { Team } from "../../team/index.ts";
import { createExport } from "./analytics/export.ts";
import { createAnalyticsRoutes } from "./analytics/reports.ts";
import { createDeliveryRoutes, type SlackDelivery } from "./conversations/delivery.ts";
import { createFileRoutes, type FileView } from "./conversations/files.ts";
import { createFinding } from "./conversations/finding.ts";
import { createReadMarks } from "./conversations/read-marks.ts";
import { createReading } from "./conversations/reading.ts";
import { createUploadRoutes } from "./conversations/uploads.ts";
import { createInbound } from "./inbound.ts";
import { createKnowledgeRoutes, type KnowledgeTools } from "./knowledge/routes.ts";
import { createOutbound } from "./outbound.ts";
import { createPages } from "./pages.ts";
import { createAccountRoutes } from "./people/account.ts";
import { createGuard } from "./people/guard.ts";
import { createOpenInbox } from "./people/open-inbox.ts";
import { createPeopleRoutes } from "./people/routes.ts";
import { createWaysIn } from "./people/ways-in.ts";
import { createPrivacyRoutes } from "./privacy/routes.ts";
import { sameOriginOnly } from "./same-origin.ts";
import { createCallableRoutes, type ListCallable } from "./settings/callable.ts";
import { createHealthRoutes, type HealthTools } from "./settings/health.ts";
import { createNotificationRoutes, type NotificationTools } from "./settings/notifications.ts";
import type { Notifications } from "./settings/protocol.ts";
import { type CallForMissed, createSettingsRoutes } from "./settings/routes.ts";
import { createWorkspaceRoutes, type SlackWorkspaces } from "./settings/slack-workspaces.ts";
import { createTriggerRoutes, type TriggerTools } from "./settings/triggers.ts";

export interface InboxOptions {
  conversations: Conversations;
  store: ConversationStore;
  directory: Directory;
  readings: Readings;
  analytics: Pick<Analytics, "report" | "list" | "catchUp">;
  settings: SettingsDesk;
  sites: Sites;
  sightings: Pick<Sightings, "last" | "save">;
  team: Team;
  /** Where else its members work; nowhere when left out. */
  identities?: Pick<Identities, "of" | "follow"> | undefined;
  live: Live;
  log: Log;
  publicUrl: string;
  /** A proxy in front tells the caller's address. */
  trustProxy?: boolean | undefined;
  /** Where people switch it on and off; without it nobody is offered any. */
  translation?: TranslationDesk | undefined;
  /** Where the built web app lies. */
  webFolder: string;
  /** Which ways of telling people are connected; none when left out. */
  notifications?: Notifications | undefined;
  /** What became of them, and how to try; nothing when left out. */
  notificationTools?: NotificationTools | undefined;
  /** Whether visitors are on the site; without it nobody knows. */
  presences?: Pick<Presences, "find"> | undefined;
  /** The address of a conversation's thread in Slack; without Slack there is none. */
  slackThread?: ((conversationId: string) => Promise<string | undefined>) | undefined;
  /** Keeps what agents send; without it they send words only. */
  files?: Pick<Files, "keep" | "sentBy"> | undefined;
  /** Whom the no-answer ladder can call in Slack by name; without it, by Slack's ids. */
  callable?: ListCallable | undefined;
  /** Where the files of messages can be loaded; without it they are named only. */
  fileView?: FileView | undefined;
  /** For the page that says whether everything works; without it there is none. */
  health?: HealthTools | undefined;
  /** For trying trigger phrases out; without it they can only be saved. */
  triggers?: TriggerTools | undefined;
  /** What the assistant may say; without it there is no page for it. */
  learned?: KnowledgeTools | undefined;
  /** The Slack workspaces that installed the app; without it there are none. */
  slackWorkspaces?: SlackWorkspaces | undefined;
  /** Calls people for those who asked for them while live handoff was off; without it, agents find them marked. */
  callForMissed?: CallForMissed | undefined;
  /** Whether conversations get to Slack; without it they have nowhere to get to. */
  slackDelivery?: SlackDelivery | undefined;
  /** For what is masked and what is to be erased; without it neither can be asked for. */
  privacy?: Privacy | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** How often open pages are checked: are they there, and is their member still in the team. */
  checkEveryMs?: number | undefined;
}

export interface Inbox {
  /** `/api/*` without `/api/auth`, which is the team's own and comes before; and `/inbox`. */
  router: Router;
  sockets: SocketEndpoint;
  /** Whoever has it open is there. */
  seesTeam: SeesTeam;
}

/** The team's own web app: everything a Slack thread can do, for when there is no Slack. */
export function createInbox(options: InboxOptions): Inbox {
  const { team, settings, publicUrl, fileView, now = Date.now } = options;
  const { notifications = { email: false, sms: false } } = options;
  const sites = createSiteDesk(options);
  const guard = createGuard(options);

  const knowledge = options.learned ? createKnowledgeRoutes({ ...options.learned, sites, guard }) : Router();
  const api = Router();
  api.use(sameOriginOnly(publicUrl));
  api.use(createUploadRoutes({ ...options, files: options.files, guard }));
  // A page of the knowledge is longer than anything else that is typed here.
  api.use("/knowledge", express.json({ limit: "1mb" }));
  api.use(express.json({ limit: "256kb" }), (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  api.use(
    createAccountRoutes({ team, guard }),
    createPeopleRoutes({ ...options, hasSlack: options.slackWorkspaces !== undefined, guard }),
    createWaysIn({ team, trustProxy: options.trustProxy ?? false }),
    createFinding({ ...options, guard }),
    createReadMarks({ ...options, guard }),
    createReading({ ...options, guard, sendsMail: notifications.email }),
    createInbound({ ...options, guard }),
    createDeliveryRoutes({ ...options, guard }),
    createSettingsRoutes({ ...options, sites, notifications, now, guard }),
    options.notificationTools
      ? createNotificationRoutes({ notifications: options.notificationTools, guard })
      : Router(),
    createCallableRoutes({ list: options.callable ?? (async () => []), guard }),
    createWorkspaceRoutes({ workspaces: options.slackWorkspaces, settings, guard }),
    knowledge,
    createFileRoutes({ ...options, fileView, guard }),
    createAnalyticsRoutes({ ...options, sites, guard }),
    createExport({ ...options, guard }),
    options.triggers ? createTriggerRoutes({ triggers: options.triggers, guard }) : Router(),
    options.privacy ? createPrivacyRoutes({ privacy: options.privacy, guard }) : Router(),
    options.health ? createHealthRoutes({ health: options.health, guard }) : Router(),
    () => {
      throw new HttpError(404, "There is nothing here.");
    },
  );

  const router = Router();
  router.use("/api", api);
  router.use(createPages(options.webFolder));
  const { isOpen, seesTeam } = createOpenInbox({ ...options, now });
  return { router, sockets: createOutbound({ ...options, isOpen }), seesTeam };
}
