import type { Settings } from "./settings.ts";
import { signed } from "./signature.ts";
import type { SocketMode } from "./socket-mode.ts";

export type Envelope =
  | { kind: "events_api"; payload: Record<string, unknown> }
  | { kind: "slash_commands"; payload: Record<string, string> }
  | { kind: "interactive"; payload: Record<string, unknown> };

/** How the app took one request. `body` is what it answered, parsed when it is JSON. */
export interface Answer {
  status: number | "timeout" | "refused";
  body?: unknown;
  noRetry?: boolean;
}

export interface AppConnection {
  deliverTo(url: string): void;
  /** Whether an app ever said where it can be reached. Without one Slack sends nothing. */
  hasApp(): boolean;
  request(envelope: Envelope, retry?: { attempt: number; reason: string }): Promise<Answer>;
}

/** The way to the app: over an open Socket Mode connection when there is one, else a signed HTTP request. */
export function createAppConnection(settings: Settings, socketMode: SocketMode): AppConnection {
  let url = settings.eventsUrl;
  return {
    deliverTo(eventsUrl) {
      url = eventsUrl;
    },
    hasApp: () => url !== undefined || socketMode.wasConnected(),
    async request(envelope, retry) {
      if (socketMode.isConnected()) return socketMode.request(envelope, retry);
      return url ? post(url, envelope, retry) : { status: "refused" };
    },
  };

  async function post(
    to: string,
    envelope: Envelope,
    retry?: { attempt: number; reason: string },
  ): Promise<Answer> {
    const { body, contentType } = encoded(envelope);
    try {
      const response = await fetch(to, {
        method: "POST",
        body,
        headers: {
          "content-type": contentType,
          "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
          ...signed(body, settings.signingSecret),
          ...(retry
            ? { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason }
            : {}),
        },
        signal: AbortSignal.timeout(settings.ackTimeoutMs),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: parsed(text),
        noRetry: response.headers.get("x-slack-no-retry") === "1",
      };
    } catch (error) {
      return { status: error instanceof Error && error.name === "TimeoutError" ? "timeout" : "refused" };
    }
  }
}

function encoded(envelope: Envelope): { body: string; contentType: string } {
  const form = "application/x-www-form-urlencoded";
  switch (envelope.kind) {
    case "events_api":
      return { body: JSON.stringify(envelope.payload), contentType: "application/json" };
    case "slash_commands":
      return { body: new URLSearchParams(envelope.payload).toString(), contentType: form };
    case "interactive":
      return {
        body: new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString(),
        contentType: form,
      };
  }
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return text;
  }
}
