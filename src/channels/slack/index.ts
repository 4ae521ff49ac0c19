import { Router } from "express";
import { concernsPeople } from "../../conversation/conversation.ts";
import { strangersOnly } from "../../conversation/identities.ts";
import { createAdmin } from "./admin/index.ts";
import { createBolt } from "./bolt.ts";
import { createCallable } from "./calls/callable.ts";
import { cardPace } from "./card/card-pace.ts";
import { createCards } from "./card/cards.ts";
import { createWhyNot } from "./card/why-not.ts";
import { createSlackDoctor } from "./doctor/index.ts";
import { createTraffic } from "./doctor/traffic.ts";
import { createSlackRemover } from "./erasing/remover.ts";
import { listen } from "./inbound.ts";
import { createInstall } from "./install/install.ts";
import { manifestScopes } from "./install/scopes.ts";
import { createWorkspaceList } from "./install/workspace-list.ts";
import { createLessonPosts } from "./lessons/lesson-posts.ts";
import type { Slack, SlackOptions } from "./options.ts";
import { createOutbound } from "./outbound.ts";
import { awaitingTranslation } from "./posts/awaiting-translation.ts";
import { createTeamPresence } from "./presence/team-presence.ts";
import { createReceipts } from "./receipts/receipts.ts";
import { watching } from "./receipts/watching.ts";
import { createRehoming } from "./rehoming/rehoming.ts";
import { createSweeps } from "./rehoming/sweeps.ts";
import { createReplies } from "./replies/replies.ts";
import { createSlackFiles } from "./replies/slack-files.ts";
import { createControls } from "./shortcuts/controls.ts";
import { listenToChanges } from "./workspace/changes.ts";
import { connectWorkspaces } from "./workspace/connect.ts";
import { createFindingMembers } from "./workspace/finding-members.ts";
import { createRounds } from "./workspace/rounds.ts";
import { createThreadLink } from "./workspace/thread-link.ts";

/** Every conversation that concerns people is a thread in a channel of Slack. */
export function createSlack({
  config,
  fetch,
  identities = strangersOnly,
  recovered = () => {},
  ...options
}: SlackOptions): Slack {
  const { conversations, threads, store, publicUrl, log, now } = options;
  const traffic = createTraffic({ fetch, now });
  const connection = { apiUrl: config.apiUrl, fetch: traffic.fetch };
  const { workspaces, desk, nameOf, forget, ...connections } = connectWorkspaces({
    ...options,
    ...{ identities, botToken: config.botToken, channel: config.channel, connection, recovered },
    intervalMs: options.postIntervalMs ?? 1_000,
  });
  const cards = createCards({
    ...{ workspaces, store, threads, publicUrl, log, now },
    ...{ presences: options.presences, sites: options.sites, translation: options.translation },
    pace: cardPace(options.postIntervalMs ?? 1_000),
    refused: (thread) => rehoming.rootRefused(thread),
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
  const outbound = awaitingTranslation(
    rehoming.around(
      createOutbound({
        ...{ workspaces, cards, receipts, store, threads: rehoming.threads, publicUrl, fetch, log },
        ...{ copies: options.copies, files: options.files, identities },
      }),
    ),
    now,
  );
  const members = createRounds({
    everyMs: 60_000,
    work: createFindingMembers({ workspaces, identities, log }),
    log,
  });
  const callable = createCallable({ workspaces, log, now });
  const admin = createAdmin({ ...options, callable, conversations: options.directory });
  const controls = createControls({ ...options, cards });
  const lessons = createLessonPosts({ workspaces, threads, now });
  listen(app, {
    workspaces,
    lessons: options.lessons && {
      ...{ proposals: options.lessons, posts: lessons, settings: options.settings, log },
      whyNot: createWhyNot(options),
    },
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
    lessons,
    router: together(router && doctor.router, router, install),
    workspaces: createWorkspaceList({ desk, workspaces }),
    isConnected: async (team) => (await workspaces.byTeam(team)) !== undefined,
    isColleague: async (team, user) =>
      (await (await workspaces.byTeam(team))?.directory.isColleague(user)) ?? false,
    fetchFile: slackFiles.fetch,
    // Deleting is allowed a little less often than posting.
    remover: createSlackRemover({ workspaces, now, intervalMs: 1.2 * (options.postIntervalMs ?? 1_000) }),
    async lookAgain() {
      await Promise.all(workspaces.all().map(({ doors }) => doors.look()));
    },
    async start() {
      await Promise.all([workspaces.open(), bolt.start()]);
      rounds.start();
      replies.start();
      receipts.start();
      members.start();
      members.soon();
    },
    async stop() {
      await Promise.all([rounds.stop(), replies.stop(), members.stop(), controls.stop()]);
      connections.stop();
      receipts.stop();
      cards.stop();
      admin.stop();
      await bolt.stop();
    },
    linkTo: createThreadLink({ threads, workspaces }),
    health: workspaces.health,
    callable,
    seesTeam: createTeamPresence({ workspaces, settings: options.settings, log, now }),
    teamChanged: members.soon,
    async signedIn({ team, user, email }) {
      try {
        await (await workspaces.byTeam(team))?.directory.signedIn(user, email);
      } catch (error) {
        log.warn("slack: who signed in was not recognised", { user, error });
      }
    },
    present: (conversationId) => void cards.refresh(conversationId),
  };
}

function together(...routers: (Router | undefined)[]): Router | undefined {
  const present = routers.filter((router) => router !== undefined);
  return present.length > 0 ? Router().use(...present) : undefined;
}
