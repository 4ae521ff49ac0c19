import type { Server } from "node:http";
import type { RecordedCall } from "./call-log.ts";
import type { Delivery, EventEnvelope, SlackEvent } from "./events.ts";
import { archive, join, leave, rename, unarchive } from "./membership.ts";
import type { SimulatedMessage, SimulatedThread } from "./message.ts";
import { change } from "./messages.ts";
import { createPerson, type MessageAddress, type SimulatedPerson } from "./person.ts";
import { simulated, threadsOf } from "./simulated.ts";
import type { Slack } from "./slack.ts";
import type { Failure } from "./trouble.ts";
import type { Channel } from "./workspace.ts";

export interface SlackSimulator {
  url: string;
  apiUrl: string;
  pageUrl: string;
  botToken: string;
  signingSecret: string;
  appToken: string;
  clientId: string;
  clientSecret: string;
  teamId: string;
  botUserId: string;
  botId: string;
  appId: string;
  /** Where signed requests go from now on. */
  deliverTo(eventsUrl: string): void;
  channelId(name: string): string;
  /** The roots of a channel, oldest first, each with its replies in order. */
  threads(channelName: string): SimulatedThread[];
  messages(channelName: string): SimulatedMessage[];
  /** Web API calls (and uses of response_url) so far. */
  calls(method?: string): RecordedCall[];
  as(personName: string): SimulatedPerson;
  trouble: {
    /** Arranges for the next calls of a method (`*` for any) to go wrong. */
    fail(method: string, how: Failure): void;
    /** Every Web API call is cut off; people can still type, and their events are still delivered. */
    down(): void;
    up(): void;
    /** The bot token stops working and the app is told so (tokens_revoked). */
    revokeToken(): void;
    /** The workspace removes the app: app_uninstalled, tokens_revoked, and the token stops working. */
    uninstall(): void;
    archive(channel: string): void;
    /** Everything above is over, archived channels included. */
    clear(): void;
  };
  /** Another app takes the place of the one that was there, whose posts stay and are not its to change. */
  replaceApp(): void;
  invite(channelName: string): void;
  kick(channelName: string): void;
  rename(channelName: string, newName: string): void;
  /** A message_changed without `edited`, as a link preview causes it. */
  unfurl(message: MessageAddress): EventEnvelope;
  /** Any event at all, in Slack's envelope. */
  emit(event: SlackEvent, channelName?: string): EventEnvelope;
  /** Delivers an event again, under its own or under a new event_id. */
  redeliver(event: EventEnvelope, options?: { newEventId?: boolean }): EventEnvelope;
  /** Ends Socket Mode connections the way Slack does. */
  disconnectSockets(reason?: "warning" | "refresh_requested" | "link_disabled"): void;
  /** Every attempt to reach the app, events, commands and interactivity alike. */
  deliveries(): Delivery[];
  /** Resolves when no event delivery is under way or waiting for its retry. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createSimulator(slack: Slack, server: Server): SlackSimulator {
  const { workspace, settings, troubles } = slack;
  const admin = () =>
    (workspace.people.find((person) => person.admin) ?? workspace.people[0])?.id ?? "USLACKBOT";
  const revoked = () =>
    slack.events.emit({
      type: "tokens_revoked",
      tokens: { bot: [workspace.bot.userId] },
      event_ts: workspace.nextTs(),
    });
  return {
    url: slack.url,
    apiUrl: `${slack.url}/api/`,
    pageUrl: `${slack.url}/`,
    botToken: settings.botToken,
    signingSecret: settings.signingSecret,
    appToken: settings.appToken,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    teamId: workspace.team.id,
    get botUserId() {
      return workspace.bot.userId;
    },
    get botId() {
      return workspace.bot.botId;
    },
    get appId() {
      return workspace.bot.appId;
    },
    deliverTo: slack.app.deliverTo,
    channelId: (name) => called(name).id,
    threads: (name) => threadsOf(called(name)),
    messages: (name) => called(name).messages.map((message) => simulated(called(name).id, message)),
    calls: slack.calls.all,
    as(name) {
      const person = workspace.person(name.toLowerCase());
      if (!person)
        throw new Error(
          `There is nobody called ${name}. There are: ${workspace.people.map((known) => known.name).join(", ")}`,
        );
      return createPerson(slack, person);
    },
    trouble: {
      fail: troubles.fail,
      down: () => troubles.setDown(true),
      up: () => troubles.setDown(false),
      revokeToken() {
        troubles.setRevoked(true);
        revoked();
      },
      uninstall() {
        troubles.setRevoked(true);
        slack.events.emit({ type: "app_uninstalled", event_ts: workspace.nextTs() });
        revoked();
      },
      archive: (name) => archive(slack, called(name), admin()),
      clear() {
        troubles.clear();
        for (const channel of workspace.channels) if (channel.isArchived) unarchive(slack, channel, admin());
      },
    },
    replaceApp() {
      const { id } = workspace;
      Object.assign(workspace.bot, { userId: id("U"), botId: id("B"), appId: id("A") });
    },
    invite: (name) => join(slack, called(name), workspace.bot.userId, admin()),
    kick: (name) => leave(slack, called(name), workspace.bot.userId),
    rename: (name, newName) => rename(slack, called(name), newName),
    unfurl({ channel: id, ts }) {
      const channel = called(id);
      const message = workspace.message(channel, ts);
      if (!message) throw new Error(`There is no message ${ts}`);
      return change(slack, channel, message, {
        attachments: [{ id: 1, from_url: "https://example.com/", fallback: "Example", title: "Example" }],
      });
    },
    emit: (event, channelName) => slack.events.emit(event, channelName ? called(channelName) : undefined),
    redeliver: slack.events.redeliver,
    disconnectSockets: (reason = "refresh_requested") => slack.socketMode.disconnect(reason),
    deliveries: () => [...slack.events.deliveries],
    idle: slack.events.idle,
    async stop() {
      slack.events.stop();
      slack.socketMode.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.events.idle();
    },
  };

  function called(idOrName: string): Channel {
    const channel = workspace.channel(idOrName);
    if (!channel) throw new Error(`There is no channel called ${idOrName}`);
    return channel;
  }
}
