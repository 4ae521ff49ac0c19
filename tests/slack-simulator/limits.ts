import type { Settings } from "./settings.ts";
import { tierOf } from "./tiers.ts";

export type Limits = ReturnType<typeof createLimits>;

/** Slack's rate limits: each check returns the seconds to wait, or nothing when the call may go through. */
export function createLimits(settings: Settings, clock: () => number = Date.now) {
  const now = () => clock() * settings.speed;
  const seconds = (wait: number) => Math.max(1, Math.ceil(wait)) / settings.speed;
  const posts = new Map<string, { tokens: number; at: number }>();
  const recent = new Map<string, number[]>();
  return {
    /** About one post per second per channel, after a short burst. A twentieth of a second early is forgiven. */
    post(channelId: string): number | undefined {
      if (!settings.paced) return undefined;
      const bucket = posts.get(channelId) ?? { tokens: settings.burst, at: now() };
      const tokens = Math.min(settings.burst, bucket.tokens + (now() - bucket.at) / 1000);
      if (tokens < 0.95) return seconds(1 - tokens);
      posts.set(channelId, { tokens: Math.max(0, tokens - 1), at: now() });
      return undefined;
    },
    method(name: string): number | undefined {
      const perMinute = tierOf(name, settings);
      if (!perMinute) return undefined;
      const window = (recent.get(name) ?? []).filter((at) => at > now() - 60_000);
      recent.set(name, window);
      const [oldest] = window;
      if (oldest !== undefined && window.length >= perMinute)
        return seconds((oldest + 60_000 - now()) / 1000);
      window.push(now());
      return undefined;
    },
  };
}
