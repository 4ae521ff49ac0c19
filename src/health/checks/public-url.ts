import { type Look, off, ok, warn } from "../check.ts";

export interface PublicUrlOptions {
  publicUrl: string;
  /** Slack sends signed requests to this address. */
  hasSlackOverHttp: boolean;
  /** Whoever looks is not the server, which may not be running. */
  isOutside: boolean;
}

/** Whether the address that links, visitors and Slack use leads to this server. */
export const lookAtPublicUrl = ({ publicUrl, hasSlackOverHttp, isOutside }: PublicUrlOptions): Look => ({
  name: isOutside ? "Server" : "Public address",
  async look() {
    const answer = await fetch(`${publicUrl}/healthz`).catch(() => undefined);
    const body = await answer?.json().catch(() => undefined);
    if (!answer && isOutside) return off(`Nothing answers at ${publicUrl}. Start it: npm start`);
    if (!answer)
      return warn(
        `This server does not reach itself at ${publicUrl}. Open it in a browser: if that fails too, correct PUBLIC_URL, DNS or the proxy.`,
      );
    if (body?.status !== "ok")
      return warn(
        `Something else answers at ${publicUrl} (status ${answer.status}). Correct PUBLIC_URL, or let the proxy there lead to this server.`,
      );
    const { origin } = new URL(answer.url);
    if (answer.redirected && origin !== new URL(publicUrl).origin)
      return warn(
        `${publicUrl} leads on to ${origin}. Set PUBLIC_URL to that, because Slack does not follow far.`,
      );
    if (hasSlackOverHttp && !publicUrl.startsWith("https:"))
      return warn(
        `Slack sends to https addresses only, and PUBLIC_URL is ${publicUrl}. Set it to an https address, or set SLACK_APP_TOKEN to use Socket Mode, which needs none.`,
      );
    return ok(
      isThisMachine(new URL(publicUrl).hostname)
        ? `Ready at ${publicUrl}, for this machine only. Set PUBLIC_URL before visitors come from elsewhere.`
        : `Ready at ${publicUrl}.`,
    );
  },
});

const isThisMachine = (hostname: string) =>
  hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[::1\])/.test(hostname);
