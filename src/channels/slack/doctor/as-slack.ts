import { createHmac } from "node:crypto";
import type { App } from "@slack/bolt";

export interface AsSlackOptions {
  bolt: App;
  /** None in Socket Mode. */
  signingSecret: string | undefined;
  now: () => number;
}

export type AsSlack = ReturnType<typeof createAsSlack>;

/** Sends ourselves an event the way Slack does: signed to `/slack/events`, or into the end of the socket. */
export function createAsSlack({ bolt, signingSecret, now }: AsSlackOptions) {
  /** Resolves when it was acknowledged. `serverUrl` is where this server is reached. */
  return async (event: object, serverUrl: string): Promise<void> =>
    signingSecret ? bySignedRequest(event, serverUrl, signingSecret) : bySocket(event);

  async function bySignedRequest(event: object, serverUrl: string, secret: string): Promise<void> {
    const body = JSON.stringify(event);
    const seconds = Math.floor(now() / 1_000);
    const digest = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
    const answer = await fetch(`${serverUrl}/slack/events`, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": String(seconds),
        "X-Slack-Signature": `v0=${digest}`,
      },
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.status === 404)
      throw new Error(
        `There is nothing at ${serverUrl}/slack/events. Let the proxy pass /slack/ on to this server.`,
      );
    if (!answer.ok) throw new Error(`${serverUrl}/slack/events answers with status ${answer.status}.`);
  }

  async function bySocket(body: Record<string, unknown> | object): Promise<void> {
    let isAcknowledged = false;
    await bolt.processEvent({
      body: { ...body },
      ack: async () => {
        isAcknowledged = true;
      },
    });
    if (!isAcknowledged) throw new Error("The event was not acknowledged.");
  }
}
