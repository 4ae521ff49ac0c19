import type { SiteGreeting } from "../../src/channels/widget/protocol.ts";
import { backoffMs } from "./backoff.ts";
import type { Embed } from "./embed.ts";
import { report } from "./report.ts";

/** Asks the server how to introduce itself here; keeps asking while it cannot be reached. Undefined: not welcome. */
export async function greet({ origin, siteKey }: Embed): Promise<SiteGreeting | undefined> {
  for (let failures = 0; ; failures++) {
    const response = await fetch(`${origin}/widget/site?site=${encodeURIComponent(siteKey)}`).catch(
      () => undefined,
    );
    if (response?.ok) return response.json();
    if (response && response.status < 500 && response.status !== 429) {
      report(await reasonOf(response));
      return undefined;
    }
    if (failures === 0)
      report(
        `${origin} cannot be reached; trying again. If this page has a Content Security Policy, its connect-src must allow ${origin} and ${origin.replace(/^http/, "ws")}.`,
      );
    await new Promise((resolve) => setTimeout(resolve, backoffMs(failures)));
  }
}

async function reasonOf(response: Response): Promise<string> {
  const body = await response.json().catch(() => undefined);
  return body?.error?.message ?? `The server answered ${response.status} and shows no chat on this website.`;
}
