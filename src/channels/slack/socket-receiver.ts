import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { slackLogger } from "./logger.ts";
import { troubleOf } from "./workspace/trouble.ts";
import { clientOptions, type SlackConnection } from "./workspace/web-api.ts";

export interface SocketReceiverOptions {
  appToken: string;
  connection: Omit<SlackConnection, "botToken">;
  /** Whether the socket is open; `problem` says why not. */
  hearing: (problem: string | undefined) => void;
  log: Log;
}

/**
 * Socket Mode that acknowledges late and reconnects at once. Bolt's own acknowledges events before anybody has heard
 * them, and ends the process when Slack is away while it reconnects.
 */
export function createSocketReceiver({
  appToken,
  connection,
  hearing,
  log,
}: SocketReceiverOptions): Receiver {
  const { client } = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(connection) },
  });
  let isStopped = false;
  let wake = () => {};

  return {
    init(app) {
      client.on("slack_event", (envelope: Envelope) => void take(app, envelope, log));
    },

    /** Returns at once; connects, and connects again, until stopped. */
    async start() {
      void stayConnected();
    },

    async stop() {
      isStopped = true;
      wake();
      await client.disconnect();
    },
  };

  async function stayConnected(): Promise<void> {
    for (let failures = 0; !isStopped; ) {
      const gone = new Promise<void>((resolve) => client.once("disconnected", resolve));
      try {
        await client.start();
        if (isStopped) await client.disconnect();
        failures = 0;
        hearing(undefined);
        await gone;
      } catch (error) {
        log.warn("slack: the socket could not be opened", { error });
        hearing(remedyOf(error));
        await pause(Math.min(30_000, 500 * 2 ** failures++));
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function remedyOf(error: unknown): string {
  return troubleOf(error).kind === "refused"
    ? "Slack does not accept the app token. Copy an app-level token with connections:write from your Slack app → Basic Information into SLACK_APP_TOKEN and restart."
    : "The connection that brings messages from Slack is down. Trying again.";
}

interface Envelope {
  body: ReceiverEvent["body"];
  ack: (answer?: object | string) => Promise<void>;
  retry_num?: number;
  retry_reason?: string;
}

async function take(app: App, { body, ack, retry_num, retry_reason }: Envelope, log: Log): Promise<void> {
  let answer: { with: object | string | undefined } | undefined;
  try {
    await app.processEvent({
      body,
      ...(retry_num === undefined ? {} : { retryNum: retry_num }),
      ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
      ack: async (given?: object | string) => {
        answer = { with: given };
      },
    });
    if (answer) await ack(answer.with);
  } catch (error) {
    log.warn("slack: not acknowledged, so that it comes again", { error });
  }
}
