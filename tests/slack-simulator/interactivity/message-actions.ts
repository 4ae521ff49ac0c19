import type { SlackMessage } from "../message.ts";
import type { Slack } from "../slack.ts";
import type { Channel, Person } from "../workspace.ts";
import { actionOf, elementNamed } from "./elements.ts";
import { actor, channelNamed, complaint, interact } from "./send.ts";

/** A person presses a button, or picks a value, on a message. Returns Slack's complaint when the app did not take it. */
export async function actOnMessage(
  slack: Slack,
  {
    person,
    channel,
    message,
    name,
    value,
  }: { person: Person; channel: Channel; message: SlackMessage; name: string; value?: unknown },
): Promise<string | undefined> {
  const placed = elementNamed(message.blocks ?? [], name);
  const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
  const answer = await interact(slack, {
    type: "block_actions",
    ...actor(slack, person),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.is_ephemeral ?? false,
      ...thread,
    },
    trigger_id: slack.triggers.issue(person.id),
    channel: channelNamed(channel),
    message: messageShown(message),
    state: { values: {} },
    response_url: slack.responseUrls.issue(slack.url, {
      userId: person.id,
      channelId: channel.id,
      messageTs: message.ts,
      threadTs: threadOf(message),
    }),
    actions: [actionOf(placed, value, slack.workspace.nextTs())],
  });
  return complaint(answer);
}

/** A person picks one of the app's shortcuts from a message's menu. */
export async function runShortcut(
  slack: Slack,
  {
    person,
    channel,
    message,
    callbackId,
  }: { person: Person; channel: Channel; message: SlackMessage; callbackId: string },
): Promise<string | undefined> {
  const answer = await interact(slack, {
    type: "message_action",
    callback_id: callbackId,
    ...actor(slack, person),
    action_ts: slack.workspace.nextTs(),
    message_ts: message.ts,
    channel: channelNamed(channel),
    message: messageShown(message),
    trigger_id: slack.triggers.issue(person.id),
    response_url: slack.responseUrls.issue(slack.url, {
      userId: person.id,
      channelId: channel.id,
      messageTs: message.ts,
      threadTs: threadOf(message),
    }),
  });
  return complaint(answer);
}

function messageShown({ metadata: _metadata, ...message }: SlackMessage): unknown {
  return structuredClone(message);
}

/** Slack answers a click on a reply inside its thread, a click on a root in the channel. */
function threadOf({ ts, thread_ts }: SlackMessage): string | undefined {
  return thread_ts === ts ? undefined : thread_ts;
}
