import type { App } from "@slack/bolt";
import type { Router } from "express";
import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Listener } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Copies, Threads } from "../../../conversation/threads.ts";
import type { Look } from "../../../health/check.ts";
import { manifestScopes } from "../install/scopes.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createAllLooks } from "./all-looks.ts";
import { createArrivals } from "./arrivals.ts";
import { createAsSlack } from "./as-slack.ts";
import { createTestGuard } from "./test-guard.ts";
import { createTestThread, type TestThread } from "./test-thread.ts";
import type { Traffic } from "./traffic.ts";

export interface SlackDoctorOptions {
  config: {
    botToken?: string | undefined;
    signingSecret?: string | undefined;
    appToken?: string | undefined;
  };
  bolt: App;
  workspaces: Workspaces;
  /** Watches all calls to Slack. */
  traffic: Traffic;
  /** Brings news to Slack. */
  hear: Listener["hear"];
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  heldReplies: HeldReplies;
  publicUrl: string;
  newId: () => string;
  now: () => number;
}

export interface SlackDoctor {
  /** Notes what is turned away; mount it before Bolt's. */
  router: Router;
  hear: Listener["hear"];
  looks: () => Promise<Look[]>;
  testThread: TestThread;
}

/** Finds out whether Slack works, both ways. */
export function createSlackDoctor(options: SlackDoctorOptions): SlackDoctor {
  const { config, bolt, publicUrl, now } = options;
  const isSocketMode = config.appToken !== undefined;
  const arrivals = createArrivals({ now });
  arrivals.listen(bolt);
  const guard = createTestGuard(options.hear);
  const signingSecret = isSocketMode ? undefined : config.signingSecret;

  return {
    router: arrivals.router,
    hear: guard.hear,
    looks: createAllLooks({
      ...{ ...options, arrivals, isSocketMode },
      botToken: config.botToken,
      wantedScopes: () => manifestScopes(publicUrl),
    }),
    testThread: createTestThread({
      ...options,
      arrivals,
      guard,
      asSlack: createAsSlack({ bolt, signingSecret, now }),
    }),
  };
}
