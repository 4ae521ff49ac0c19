import { type Look, off } from "../check.ts";

export const slackOff: Look = {
  name: "Slack",
  look: async () =>
    off(
      "Handoffs are in the inbox only. Set SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_CHANNEL, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.",
    ),
};
