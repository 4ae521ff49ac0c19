import { emoji } from "../emoji.ts";
import type { SlackMessage } from "../message.ts";
import { simulated } from "../simulated.ts";
import type { Slack } from "../slack.ts";
import type { Channel, Person } from "../workspace.ts";

/** Everything the page shows one person, with one channel and one thread open. */
export function stateFor(slack: Slack, person: Person, open: { channel: string; thread: string }) {
  const { workspace, settings, views } = slack;
  const mine = workspace.channels.filter(({ members }) => members.has(person.id));
  const channel =
    mine.find(({ id, name }) => id === open.channel || (name && name === open.channel)) ?? mine[0];
  return {
    team: workspace.team.name,
    me: { id: person.id, name: person.name, admin: person.admin ?? false },
    bot: { id: workspace.bot.userId, name: workspace.bot.realName },
    people: workspace.people.map(({ id, name, realName, presence }) => ({ id, name, realName, presence })),
    channels: mine.filter(({ isIm }) => !isIm).map((known) => listed(known)),
    direct: listed(workspace.directMessage(person.id)),
    usergroups: Object.fromEntries(workspace.usergroups.map(({ id, handle }) => [id, handle])),
    emoji: { ...emoji },
    customEmoji: workspace.customEmoji,
    commands: settings.commands,
    shortcuts: settings.shortcuts,
    channel: channel ? listed(channel) : null,
    messages: channel ? shownIn(slack, channel, person, undefined) : [],
    thread: channel && open.thread ? shownIn(slack, channel, person, open.thread) : [],
    view: views.top(person.id) ?? null,
    viewDepth: views.depth(person.id),
    home: views.home(person.id) ?? null,
  };
}

function listed({ id, name, isIm, isArchived, members, messages }: Channel) {
  return { id, name, isIm, isArchived, members: members.size, latest: messages.at(-1)?.ts ?? "0" };
}

/** The newest messages of a channel, or all of a thread, with what only this person may see among them. */
function shownIn({ workspace }: Slack, channel: Channel, person: Person, thread: string | undefined) {
  const belongs = (message: SlackMessage) =>
    thread
      ? message.ts === thread || message.thread_ts === thread
      : !message.thread_ts || message.thread_ts === message.ts || message.subtype === "thread_broadcast";
  const whispered = workspace.ephemerals
    .filter((shown) => shown.to === person.id && shown.channel === channel.id)
    .map(({ message }) => message);
  return [...channel.messages, ...whispered]
    .filter(belongs)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1))
    .slice(thread ? 0 : -300)
    .map(({ metadata: _metadata, root: _root, ...message }) => simulated(channel.id, message));
}
