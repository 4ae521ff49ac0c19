import twilio from "twilio";
import { NotCarried } from "../../notifications/carrier.ts";
import { refusalOf } from "./refusals.ts";

export interface TwilioOptions {
  accountSid: string;
  authToken: string;
  /** A number of the account, or a messaging service (`MG…`). */
  from: string;
  /** A whole base URL; Twilio's own when left out. */
  apiUrl?: string | undefined;
}

export interface Sms {
  to: string;
  text: string;
  /** Where Twilio says what became of it. */
  statusUrl: string;
}

export type Twilio = ReturnType<typeof createTwilio>;

const timeoutMs = 10_000;
/** After so long an alert is of no use to anybody. In seconds. */
const validityPeriod = 4 * 60 * 60;

/** Sends SMS through Twilio. Trying again is for the caller: Twilio has no idempotency key. */
export function createTwilio({ accountSid, authToken, from, apiUrl }: TwilioOptions) {
  const client = twilio(accountSid, authToken, { httpClient: clientOf(apiUrl), autoRetry: false });
  const sender = from.startsWith("MG") ? { messagingServiceSid: from } : { from };

  return {
    /** Resolves with the message's SID once Twilio has taken it; throws `NotCarried` otherwise. */
    async send({ to, text, statusUrl }: Sms): Promise<string> {
      try {
        const { sid } = await client.messages.create({
          ...{ to, body: text, ...sender, validityPeriod },
          ...(isReachable(statusUrl) && { statusCallback: statusUrl }),
        });
        return sid;
      } catch (error) {
        if (error instanceof twilio.RestException) throw refusalOf(error, to);
        throw new NotCarried("Twilio does not answer.", { isPassing: true });
      }
    },
  };
}

/** Twilio refuses the whole message when it is to report to a machine of somebody's own, or to a name with `_`. */
const isReachable = (url: string) => {
  const { hostname } = new URL(url);
  return hostname.includes(".") && !hostname.includes("_") && !/^(127\.|10\.|192\.168\.|0\.)/.test(hostname);
};

function clientOf(apiUrl: string | undefined) {
  const inner = new twilio.RequestClient({ timeout: timeoutMs, keepAlive: false });
  if (!apiUrl) return inner;

  const request = inner.request.bind(inner);
  inner.request = (options) => {
    const { pathname, search } = new URL(options.uri);
    return request({ ...options, uri: `${apiUrl.replace(/\/$/, "")}${pathname}${search}` });
  };
  return inner;
}
