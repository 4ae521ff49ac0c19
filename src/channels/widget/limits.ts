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
  /** Sockets open at once from one address. Offices and schools share one. */
  socketsPerAddress: number;
}

export const defaultLimits: WidgetLimits = {
  visitor: { points: 30, duration: 30 },
  address: { points: 300, duration: 60 },
  site: { points: 30_000, duration: 60 },
  socketsPerAddress: 250,
};

export interface Sender {
  visitorId: string;
  address: string;
  siteKey: string;
}

/** Fair to each visitor: never one bucket for all, so nobody can silence the chat for others. */
export function createLimits(limits: WidgetLimits) {
  const visitors = new RateLimiterMemory(limits.visitor);
  const addresses = new RateLimiterMemory(limits.address);
  const sites = new RateLimiterMemory(limits.site);

  return {
    /** Milliseconds to wait before this sender may send again; 0 when it may now. */
    async spend({ visitorId, address, siteKey }: Sender): Promise<number> {
      try {
        await visitors.consume(`${siteKey}/${visitorId}`);
        await addresses.consume(address);
        await sites.consume(siteKey);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1_000, refusal.msBeforeNext);
        throw refusal;
      }
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;
