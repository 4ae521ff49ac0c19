import { createHmac } from "node:crypto";

/** The headers by which an app knows that a request is Slack's own. */
export function signed(body: string, signingSecret: string, seconds = Math.floor(Date.now() / 1000)) {
  const digest = createHmac("sha256", signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${digest}` };
}
