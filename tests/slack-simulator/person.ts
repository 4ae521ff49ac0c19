import { compose } from "./compose/compose.ts";
import type { EventEnvelope } from "./events.ts";
import { openHome } from "./home.ts";
import { runCommand } from "./interactivity/command.ts";
import { actOnMessage, runShortcut } from "./interactivity/message-actions.ts";
import { actInView, closeView, type Submission, submitView } from "./interactivity/view-actions.ts";
import type { Block, SimulatedMessage, SlackMessage } from "./message.ts";
import { change, remove } from "./messages.ts";
import { addReaction, removeReaction } from "./reactions.ts";
import { simulated } from "./simulated.ts";
import type { Slack } from "./slack.ts";
import { namesIn, postTyped, type TypedOptions } from "./typed-message.ts";
import type { HomeView, OpenView } from "./views.ts";
import type { Channel, Person } from "./workspace.ts";

export interface MessageAddress {
  channel: string;
  ts: string;
}
export interface Posted {
  ts: string;
  event: EventEnvelope;
}

/** What someone can do in Slack. Each act is done when it resolves; its event may still be on its way (`idle`). */
export interface SimulatedPerson {
  userId: string;
  reply(thread: MessageAddress, text: string, options?: Omit<TypedOptions, "threadTs">): Promise<Posted>;
  post(channelName: string, text: string, options?: Pick<TypedOptions, "blocks" | "files">): Promise<Posted>;
  edit(message: MessageAddress, newText: string): Promise<EventEnvelope>;
  delete(message: MessageAddress): Promise<EventEnvelope>;
  react(message: MessageAddress, emoji: string): Promise<EventEnvelope | undefined>;
  unreact(message: MessageAddress, emoji: string): Promise<EventEnvelope | undefined>;
  /** Presses a button or picks `value` on a message. `failed` is Slack's complaint when the app did not take it. */
  click(message: MessageAddress, actionIdOrButtonText: string, value?: unknown): Promise<{ failed?: string }>;
  command(
    command: string,
    text: string,
    channelName?: string,
  ): Promise<{ text?: string; blocks?: Block[] } | undefined>;
  shortcut(callbackId: string, message: MessageAddress): Promise<{ failed?: string }>;
  /** The modal open for this person. */
  view(): OpenView | undefined;
  /** Values by block_id, action_id or label; options by value or text. */
  submit(values: Record<string, unknown>): Promise<Submission>;
  /** Closes the modal; `all` closes the whole stack. */
  close(all?: boolean): Promise<void>;
  /** Presses a button or changes a field inside the open modal, or in the App Home when no modal is open. */
  clickInView(actionIdOrButtonText: string, value?: unknown): Promise<{ failed?: string }>;
  openHome(): Promise<HomeView | undefined>;
  /** The App Home as it was last published. */
  home(): HomeView | undefined;
  /** Ephemerals and direct messages of the bot this person saw, oldest first. */
  inbox(): SimulatedMessage[];
  setPresence(presence: "active" | "away"): void;
}

export function createPerson(slack: Slack, person: Person): SimulatedPerson {
  const { workspace } = slack;
  const outcome = (failed: string | undefined) => (failed ? { failed } : {});
  return {
    userId: person.id,
    reply: async (thread, text, options) =>
      postTyped(slack, person, channelCalled(thread.channel), text, { ...options, threadTs: thread.ts }),
    post: async (channelName, text, options) =>
      postTyped(slack, person, channelCalled(channelName), text, options),
    async edit(address, newText) {
      const { channel, message } = own(address);
      const edited = { user: person.id, ts: workspace.nextTs() };
      return change(slack, channel, message, {
        ...compose(newText, namesIn(slack), String(message.blocks?.[0]?.block_id ?? "edit")),
        edited,
      });
    },
    async delete(address) {
      const { channel, message } = person.admin ? at(address) : own(address);
      return remove(slack, channel, message);
    },
    react: async (address, emoji) =>
      addReaction(slack, at(address).channel, at(address).message, person.id, emoji.replace(/^:|:$/g, "")),
    unreact: async (address, emoji) =>
      removeReaction(slack, at(address).channel, at(address).message, person.id, emoji.replace(/^:|:$/g, "")),
    click: async (address, name, value) =>
      outcome(await actOnMessage(slack, { person, ...at(address), name, value })),
    async command(command, text, channelName) {
      const channel = channelCalled(channelName ?? slack.settings.channels[0] ?? "");
      return runCommand(slack, person, channel, command, text);
    },
    shortcut: async (callbackId, address) =>
      outcome(await runShortcut(slack, { person, ...at(address), callbackId })),
    view: () => slack.views.top(person.id),
    submit: (values) => submitView(slack, person, values),
    close: (all) => closeView(slack, person, all),
    async clickInView(name, value) {
      const view = slack.views.top(person.id) ?? slack.views.home(person.id);
      if (!view) throw new Error(`${person.name} has no modal open and no App Home`);
      return outcome(await actInView(slack, { person, view, name, value }));
    },
    openHome: () => openHome(slack, person),
    home: () => slack.views.home(person.id),
    inbox() {
      const ephemerals = workspace.ephemerals
        .filter(({ to }) => to === person.id)
        .map(({ channel, message }) => simulated(channel, message));
      const direct = workspace.channels.find((channel) => channel.imWith === person.id);
      const fromBot =
        direct?.messages
          .filter((message) => message.bot_id)
          .map((message) => simulated(direct.id, message)) ?? [];
      return [...ephemerals, ...fromBot].sort((a, b) => (a.ts < b.ts ? -1 : 1));
    },
    setPresence(presence) {
      person.presence = presence;
      slack.changed();
    },
  };

  function channelCalled(idOrName: string): Channel {
    const channel = workspace.channel(idOrName);
    if (!channel) throw new Error(`There is no channel ${idOrName}`);
    return channel;
  }

  function at({ channel: id, ts }: MessageAddress): { channel: Channel; message: SlackMessage } {
    const channel = channelCalled(id);
    const message =
      workspace.message(channel, ts) ??
      workspace.ephemerals.find((shown) => shown.to === person.id && shown.message.ts === ts)?.message;
    if (!message) throw new Error(`There is no message ${ts} in ${channel.name || channel.id}`);
    return { channel, message };
  }

  function own(address: MessageAddress) {
    const found = at(address);
    if (found.message.user !== person.id) throw new Error(`${person.name} did not write that message`);
    return found;
  }
}
