import { join } from "node:path";
import { createAnalytics } from "./analytics/index.ts";
import { createCore } from "./assembly/core.ts";
import { integrationsOf } from "./assembly/integrations.ts";
import { createBus, createMail, createModel, createOutside } from "./assembly/providers.ts";
import { createServerPart } from "./assembly/server.ts";
import { createSlackPart, slackDelivery, slackSignIn } from "./assembly/slack.ts";
import { createAssistants } from "./assistant/all.ts";
import type { AnswerPace } from "./assistant/answering/pace.ts";
import { createLateHandoffs } from "./assistant/late-handoffs.ts";
import { createTriggerDesk } from "./assistant/replay/trigger-desk.ts";
import { createTranslationDesk } from "./assistant/translation/desk.ts";
import { createInbox } from "./channels/inbox/index.ts";
import { createWidget } from "./channels/widget/index.ts";
import type { WidgetLimits } from "./channels/widget/limits.ts";
import { createVisitorTokens } from "./channels/widget/visitor-token.ts";
import type { Config } from "./config.ts";
import type { Fetcher } from "./files/fetching.ts";
import { createFiles } from "./files/index.ts";
import { createHealth } from "./health/index.ts";
import { localUrl } from "./health/local-url.ts";
import { createRefusals } from "./http/metrics.ts";
import type { MayAsk } from "./knowledge/fetching/public-addresses.ts";
import { createKnowledge } from "./knowledge/index.ts";
import { createProposals } from "./knowledge/proposals.ts";
import { topicOf } from "./live.ts";
import type { Log } from "./log.ts";
import { createNotifications } from "./notifications/index.ts";
import { createLadder } from "./notifications/ladder/index.ts";
import { createTraces } from "./privacy/erasing/traces.ts";
import { createPrivacy } from "./privacy/index.ts";
import { createOutward } from "./privacy/outward.ts";
import { restoring } from "./privacy/restoring.ts";
import { createRatings } from "./ratings/index.ts";
import { createSettings } from "./settings/index.ts";
import { createLookout } from "./settings/lookout.ts";
import { type SeesTeam, seenAnywhere } from "./settings/team-presence.ts";
import { openStorage } from "./storage/index.ts";
import { packageRoot } from "./storage/package-root.ts";
import { createTeam } from "./team/index.ts";

export interface AppOptions {
  config: Config;
  log: Log;
  now: () => number;
  newId: () => string;
  widgetLimits?: Partial<WidgetLimits> | undefined;
  /** Between two posts to one Slack channel; a second, as Slack asks, when left out. */
  slackPostIntervalMs?: number | undefined;
  /** Which addresses pages for the knowledge may be fetched from; public ones when left out. */
  mayAsk?: MayAsk | undefined;
  answerPace?: Partial<AnswerPace> | undefined;
  /** How long after an erasure something of it may still be in somebody's hands; a minute when left out. */
  erasureSettledAfterMs?: number | undefined;
}

export type App = Awaited<ReturnType<typeof createApp>>;

/** The whole system, put together. Read this file to know what exists. */
export async function createApp(options: AppOptions) {
  const { config, log, now, newId, widgetLimits, slackPostIntervalMs, answerPace } = options;
  const { publicUrl, secret, trustProxy, firstAdmin } = config;
  const built = join(packageRoot(), "dist");

  const storage = await openStorage({ url: config.databaseUrl, now, newId });
  const { store, directory, lanes, sites, notices, presences, identities } = storage;
  const live = await createBus(config, log);
  const places: SeesTeam[] = [];
  const settings = createSettings({
    ...{ store: storage.settings, now, otherNodes: live.settings },
    seesTeam: () => seenAnywhere(places),
  });
  const mailer = await createMail(config, log);
  const team = createTeam({
    ...{ secret, publicUrl, firstAdmin, trustProxy, mailer, log, otherNodes: live.team },
    database: storage.accounts,
    hasNobody: storage.hasNobody,
    invitations: storage.invitations,
    slack: slackSignIn({ config, settings, slack: () => slack }),
  });

  const traces = createTraces({ records: storage.traces, secret, now });
  identities.subscribe(team.changed);
  team.subscribe(() => {
    identities.load().catch((error: unknown) => log.warn("it could not be read who is one agent", { error }));
  });

  const fetchers: Record<string, Fetcher> = {};
  const files = createFiles({
    ...{ records: storage.files, fetchers, secret, publicUrl, now, newId, log },
    folder: join(config.dataDir, "uploads"),
  });

  const outward = createOutward({ store, directory, archive: storage.archive, files, live, settings });
  const { conversations, relay, listeners } = createCore({ storage, live, newId, now, log });

  const lateHandoffs = createLateHandoffs({ conversations, directory, settings, now, log });

  const knowledge = createKnowledge({
    ...{ store: storage.knowledge, settings, newId, now, log, mayAsk: options.mayAsk },
  });
  const triggers = createTriggerDesk({ archive: outward.archive, settings, publicUrl });
  const proposals = createProposals({
    ...{ store: storage.proposals, settings, newId, now, log },
    decided: async (proposal) => slack?.lessons.decided(proposal),
  });
  const model = await createModel(config);
  const translation = createTranslationDesk({ conversations, settings, model });
  const slack = await createSlackPart({
    ...{ config, storage, outward, team, traces, relay, conversations, settings, translation },
    ...{ mailer, log, now, newId, postIntervalMs: slackPostIntervalMs },
    files: outward.files,
    lessons: proposals,
    tools: {
      integrations: () => integrations(),
      doctor: () => health.doctor(),
      testHandoff: (by) => health.testHandoff(by),
      testNotification: (way, recipient, by) => notifications.test(way, recipient, by),
      testTrigger: (text) => triggers.test(text),
      replayTrigger: triggers.replayWith,
      callForMissed: lateHandoffs.look,
    },
  });
  if (slack) fetchers.slack = slack.fetchFile;
  const assistants = createAssistants({
    ...{ conversations: restoring(conversations, store), store: outward.store },
    ...{ settings, knowledge, proposals, model, newId, now, log, pace: answerPace },
    surroundings: {
      show: ({ siteKey, visitor }, text) => live.write({ siteKey, visitorId: visitor.id, text }),
      watch: ({ siteKey, visitor }, moved) => live.subscribe(topicOf(siteKey, visitor.id), moved),
    },
    showLesson: async (proposal, uncertain) => slack?.lessons.show(proposal, uncertain),
  });
  listeners.push(...[...assistants.listeners, ...(slack ? [slack.listener] : [])].map(outward.listener));
  if (slack)
    places.push(createLookout({ place: "slack", look: slack.seesTeam, sightings: storage.sightings, now }));

  const widget = createWidget({
    ...{ conversations, store, presences, files, settings, sites, live, log },
    ...{ now, newId, secret, publicUrl, trustProxy, traces },
    scriptFolder: join(built, "widget"),
    answers: model !== undefined,
    texts: config.twilio !== undefined,
    whyNot: notices.whyUnreachable,
    limits: widgetLimits,
    present(conversationId) {
      slack?.present(conversationId);
      live.attend({ conversationId, who: "visitor", doing: "looking" });
    },
  });
  const refusals = createRefusals();
  const outside = await createOutside({
    ...{ config, conversations, store: outward.store, notices, settings, sites, files },
    phones: storage.phones,
    ...{ mailer, publicUrl, newId, now, log, traces },
    addresses: storage.mailAddresses,
    members: team.members,
    continueUrl: widget.continueUrl,
    refused: refusals.count,
  });
  const { carriers } = outside;
  const notifications = createNotifications({
    ...{ conversations, notices, carriers, store: outward.store, settings, now, log },
  });
  const ladders = createLadder({
    ...{ conversations, store, settings, now, texts: config.twilio !== undefined },
    slackTrouble: slack && ((conversationId) => lanes.troubleOf({ listener: "slack", conversationId })),
  });
  const ratings = createRatings({ conversations, store, settings, now });
  listeners.push(
    ...[notifications.listener, ...ladders, ...ratings, ...outside.listeners].map(outward.listener),
  );

  const privacy = createPrivacy({
    ...{ conversations, store, directory, files, sites, settings, live, now, log },
    ...{ erasures: storage.erasures, audit: storage.audit, turns: storage.turns, traces },
    slack: slack?.remover,
    settledAfterMs: options.erasureSettledAfterMs,
  });

  let ownUrl = `http://127.0.0.1:${config.port}`;
  const health = createHealth({
    ...{ config, conversations, store, lanes, settings, sites, model, newId, now },
    database: storage,
    slack: slack?.doctor,
    issueToken: createVisitorTokens(secret).issue,
    localUrl: () => ownUrl,
  });
  const analytics = createAnalytics({
    ...{ facts: storage.facts, numbers: outward.numbers(storage.numbers), now, log },
  });
  const inbox = createInbox({
    ...{ health, triggers, analytics, privacy, callForMissed: lateHandoffs.look },
    ...{ conversations, store: outward.store, directory: outward.directory, live: outward.live },
    ...{ settings, sites, team, identities, log, translation, publicUrl, now },
    files,
    presences,
    readings: storage.readings,
    slackThread: slack?.linkTo,
    sightings: storage.sightings,
    fileView: files.view,
    learned: { knowledge, proposals },
    slackDelivery: slack && slackDelivery(slack, { storage, relay, now }),
    notifications: { email: mailer !== undefined, sms: config.twilio !== undefined },
    notificationTools: notifications,
    callable: slack?.callable,
    slackWorkspaces: slack && { ...slack.workspaces, canInstall: config.slack?.oauth !== undefined },
    trustProxy,
    webFolder: join(built, "inbox"),
  });

  places.push(inbox.seesTeam);

  const integrations = () => integrationsOf({ slack, model, mailer, config });

  const http = createServerPart({
    ...{ config, storage, team, integrations, refusals, log },
    slackRouter: slack?.router,
    routers: [...outside.routers, widget.router, files.router, inbox.router],
    sockets: [widget.sockets, inbox.sockets],
  });

  return {
    conversations,
    settings,
    storage,
    files,
    team,
    relay,
    privacy,
    integrations,
    /** All that is answered over HTTP. */
    router: http.app.router,

    /** Resolves when visitors and agents can be served; Slack may still be connecting. */
    async start() {
      // Alone, this process knows that nobody is here before it listens; beside others it does not.
      if (!config.redisUrl) await presences.clear();
      const address = await http.listen(config.port, config.host);
      ownUrl = localUrl(address);
      files.tidy().catch((error: unknown) => log.warn("DATA_DIR could not be tidied", { error }));
      relay.start();
      lateHandoffs.start();
      notifications.start();
      knowledge.start();
      analytics.start();
      privacy.start();
      slack?.start().catch((error: unknown) => log.error("Slack could not be started", { error }));
      return address;
    },

    /** Lets what is under way finish, and hangs up on everybody in good order. */
    async stop(): Promise<void> {
      assistants.stop();
      await http.close();
      await slack?.stop();
      await lateHandoffs.stop();
      await relay.stop();
      await notifications.stop();
      await knowledge.stop();
      await analytics.stop();
      await privacy.stop();
      await live.close();
      await storage.close();
    },
  };
}
