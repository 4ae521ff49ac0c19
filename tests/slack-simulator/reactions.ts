import type { EventEnvelope } from "./events.ts";
import type { SlackMessage } from "./message.ts";
import type { Slack } from "./slack.ts";
import type { Channel } from "./workspace.ts";

/** Adds a reaction; undefined when this user already reacted so. */
export function addReaction(
  slack: Slack,
  channel: Channel,
  message: SlackMessage,
  user: string,
  name: string,
): EventEnvelope | undefined {
  const reactions = message.reactions ?? [];
  const reaction = reactions.find((candidate) => candidate.name === name);
  if (reaction?.users.includes(user)) return undefined;
  if (reaction) {
    reaction.users.push(user);
    reaction.count += 1;
  } else reactions.push({ name, users: [user], count: 1 });
  message.reactions = reactions;
  return told(slack, "reaction_added", channel, message, user, name);
}

/** Takes a reaction back; undefined when there was none. */
export function removeReaction(
  slack: Slack,
  channel: Channel,
  message: SlackMessage,
  user: string,
  name: string,
): EventEnvelope | undefined {
  const reaction = message.reactions?.find((candidate) => candidate.name === name);
  if (!reaction?.users.includes(user)) return undefined;
  reaction.users = reaction.users.filter((id) => id !== user);
  reaction.count = reaction.users.length;
  const left = message.reactions?.filter((candidate) => candidate.count > 0) ?? [];
  if (left.length) message.reactions = left;
  else delete message.reactions;
  return told(slack, "reaction_removed", channel, message, user, name);
}

function told(
  slack: Slack,
  type: string,
  channel: Channel,
  message: SlackMessage,
  user: string,
  reaction: string,
): EventEnvelope {
  const envelope = slack.events.emit(
    {
      type,
      user,
      reaction,
      item: { type: "message", channel: channel.id, ts: message.ts },
      ...(message.user ? { item_user: message.user } : {}),
      event_ts: slack.workspace.nextTs(),
    },
    channel,
  );
  slack.changed();
  return envelope;
}
