import { randomUUID } from "node:crypto";
import type { SlackSimulator } from "../../slack-simulator/index.ts";
import { signed } from "../../slack-simulator/signature.ts";
import type { SignedRequest } from "./post.ts";

/** Requests as Slack sends them when a person answers in a thread. */
export function createReplies(slack: SlackSimulator) {
  const channel = slack.channelId("support");
  const user = slack.as("ana").userId;
  const { teamId: team } = slack;
  let count = 0;

  return {
    signed({ thread, text }: { thread: string; text: string }): SignedRequest {
      count += 1;
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(count).padStart(6, "0")}`;
      const section = { type: "rich_text_section", elements: [{ type: "text", text }] };
      const event = {
        ...{ type: "message", user, ts, client_msg_id: randomUUID(), team, text },
        blocks: [{ type: "rich_text", block_id: "b1", elements: [section] }],
        ...{ thread_ts: thread, parent_user_id: slack.botUserId },
        ...{ channel, event_ts: ts, channel_type: "channel" },
      };
      const body = JSON.stringify({
        ...{ token: "unused", team_id: team, context_team_id: team, context_enterprise_id: null },
        ...{ api_app_id: slack.appId, event, type: "event_callback" },
        ...{ event_id: `Ev${randomUUID().slice(0, 8)}`, event_time: Math.floor(Date.now() / 1_000) },
        authorizations: [
          {
            ...{ enterprise_id: null, team_id: team, user_id: slack.botUserId },
            ...{ is_bot: true, is_enterprise_install: false },
          },
        ],
        ...{ is_ext_shared_channel: false, event_context: "4-bench" },
      });
      const headers = {
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
        ...signed(body, slack.signingSecret),
      };
      return { body, headers };
    },
  };
}
