import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many frames in how many seconds. */
export interface Limit {
  points: number;
  duration: number;
}

export interface WidgetLimits {
  visitor: Limit;
  address: Limit;
  site: Limit;
  /** Megabytes of files from one address, or nobody would be safe from a full disk. */
  uploads: Limit;
  /** Sockets open at once from one address. Offices and schools share one. */
  socketsPerAddress: number;
}

export const defaultLimits: WidgetLimits = {
  visitor: { points: 30, duration: 30 },
  address: { points: 300, duration: 60 },
  site: { points: 30_000, duration: 60 },
  uploads: { points: 1_000, duration: 60 * 60 },
  socketsPerAddress: 250,
};

export interface Sender {
  visitorId: string;
  address: string;
  siteKey: string;
  /** What their browser is set to, by its BCP 47 tag. */
  language?: string | undefined;
}

/** Fair to each visitor: never one bucket for all, so nobody can silence the chat for others. */
export function createLimits(limits: Omit<WidgetLimits, "socketsPerAddress">) {
  const visitors = new RateLimiterMemory(limits.visitor);
  const addresses = new RateLimiterMemory(limits.address);
  const sites = new RateLimiterMemory(limits.site);
  const uploads = new RateLimiterMemory(limits.uploads);

  return {
    /** Milliseconds to wait before this sender may send again; 0 when it may now. */
    spend: ({ visitorId, address, siteKey }: Sender): Promise<number> =>
      waitOf(async () => {
        await visitors.consume(`${siteKey}/${visitorId}`);
        await addresses.consume(address);
        await sites.consume(siteKey);
      }),

    /** The same, for a file of so many bytes. */
    spendBytes: ({ address }: Sender, bytes: number): Promise<number> =>
      waitOf(async () => void (await uploads.consume(address, Math.ceil(bytes / 1_000_000)))),
  };
}

async function waitOf(consume: () => Promise<void>): Promise<number> {
  try {
    await consume();
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1_000, refusal.msBeforeNext);
    throw refusal;
  }
}

export type Limits = ReturnType<typeof createLimits>;
