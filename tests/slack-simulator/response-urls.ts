import { randomBytes } from "node:crypto";

export interface ResponseTarget {
  userId: string;
  channelId: string;
  /** The message the click came from, for replace_original and delete_original. */
  messageTs?: string | undefined;
  threadTs?: string | undefined;
}

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

/** Addresses an app may answer a click or command at: five times, for thirty minutes. */
export function createResponseUrls(now: () => number = Date.now) {
  const targets = new Map<string, { target: ResponseTarget; uses: number; expiresAt: number }>();
  return {
    issue(url: string, target: ResponseTarget): string {
      const key = randomBytes(12).toString("hex");
      targets.set(key, { target, uses: 0, expiresAt: now() + 30 * 60_000 });
      return `${url}/response/${key}`;
    },
    use(key: string): ResponseTarget | "used_url" | "expired_url" | "invalid_url" {
      const known = targets.get(key);
      if (!known) return "invalid_url";
      if (known.expiresAt < now()) return "expired_url";
      if (known.uses >= 5) return "used_url";
      known.uses += 1;
      return known.target;
    },
  };
}
