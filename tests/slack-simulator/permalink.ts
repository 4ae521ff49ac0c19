import type { SlackMessage } from "./message.ts";
import type { Slack } from "./slack.ts";
import type { Channel } from "./workspace.ts";

/** The address of a message; a reply's names its thread. */
export function permalink(slack: Slack, channel: Channel, { ts, thread_ts }: SlackMessage): string {
  const thread = thread_ts && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel.id}` : "";
  return `${slack.url}/archives/${channel.id}/p${ts.replace(".", "")}${thread}`;
}
