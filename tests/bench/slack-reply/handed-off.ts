import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { LogLevel, WebClient } from "@slack/web-api";
import { createVisitorTokens } from "../../../src/channels/widget/visitor-token.ts";
import { createConversations } from "../../../src/conversation/index.ts";
import { openStorage } from "../../../src/storage/index.ts";
import type { SlackSimulator } from "../../slack-simulator/index.ts";

export interface HandedOff {
  /** The visitor's. */
  token: string;
  /** The `ts` of the thread's root. */
  thread: string;
}

export interface HandedOffOptions {
  folder: string;
  slack: SlackSimulator;
  appSecret: string;
  count: number;
}

/**
 * Conversations as they are once their threads are open. Written here, before the product starts: it would open them
 * at the pace Slack allows, one a second.
 */
export async function handedOff({ folder, slack, appSecret, count }: HandedOffOptions): Promise<HandedOff[]> {
  const storage = await openStorage({
    url: `file:${join(folder, "handoff.db")}`,
    now: Date.now,
    newId: randomUUID,
  });
  const conversations = createConversations({
    ...{ store: storage.store, newId: randomUUID, now: Date.now },
    owed: () => [],
    announce: () => {},
  });
  const tokens = createVisitorTokens(appSecret);
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR });
  const channel = slack.channelId("support");

  const one = async (): Promise<HandedOff> => {
    const visitor = { id: randomUUID() };
    const whose = { siteKey: "default", visitor };
    const source = () => ({ via: "widget", externalId: `${visitor.id}/${randomUUID()}` });
    await conversations.receive({ ...whose, id: randomUUID(), text: "Where is my order?", source: source() });
    const { conversationId } = await conversations.handOff({
      ...whose,
      decision: { by: "button", reason: "Asked for a person" },
      source: source(),
    });
    const { ts } = await web.chat.postMessage({ channel, text: "A visitor asked for a person" });
    if (!ts) throw new Error("Slack did not say where the thread is.");
    await storage.threads.link("slack", conversationId, `${slack.teamId}/${channel}/${ts}`);
    return { token: await tokens.issue("default", visitor.id), thread: ts };
  };

  const all: HandedOff[] = [];
  while (all.length < count) all.push(await one());
  await storage.close();
  return all;
}
