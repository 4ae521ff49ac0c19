import { type Look, ok, warn } from "../check.ts";

export interface PublicUrlOptions {
  publicUrl: string;
  /** Slack sends signed requests to this address. */
  hasSlackOverHttp: boolean;
  fetch?: typeof fetch | undefined;
}

/** Whether the address that links, visitors and Slack use leads here. */
export const lookAtPublicUrl = (options: PublicUrlOptions): Look => ({
  name: "Public address",
  async look() {
    const { publicUrl, hasSlackOverHttp, fetch: ask = fetch } = options;
    const { protocol, hostname } = new URL(publicUrl);
    if (hasSlackOverHttp && protocol !== "https:")
      return warn(
        `Slack only sends to https addresses, and PUBLIC_URL is ${publicUrl}. Set it to the https address of this server, or set SLACK_APP_TOKEN to use Socket Mode, which needs no address.`,
      );

    const answer = await ask(`${publicUrl}/healthz`).catch(() => undefined);
    const body = await answer?.json().catch(() => undefined);
    if (!answer)
      return warn(
        `This server does not reach itself at ${publicUrl}. Open it in a browser: if that fails too, correct PUBLIC_URL, DNS or the proxy.`,
      );
    if (body?.status !== "ok")
      return warn(
        `Something else answers at ${publicUrl} (status ${answer.status}). Correct PUBLIC_URL, or point the proxy there at this server.`,
      );
    if (answer.redirected && new URL(answer.url).origin !== new URL(publicUrl).origin)
      return warn(
        `${publicUrl} leads on to ${new URL(answer.url).origin}. Set PUBLIC_URL to that: Slack does not follow.`,
      );
    return ok(
      isThisMachine(hostname)
        ? `${publicUrl} leads here, for this machine only. Set PUBLIC_URL before visitors come from elsewhere.`
        : `${publicUrl} leads here.`,
    );
  },
});

const isThisMachine = (hostname: string) =>
  hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[::1\])/.test(hostname);
