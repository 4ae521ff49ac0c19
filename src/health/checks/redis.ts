import { broken, type Look, off, ok } from "../check.ts";

/** Whether the nodes can tell each other what happens. */
export const lookAtRedis = (url: string | undefined): Look => ({
  name: "Redis",
  async look() {
    if (!url) return off("Not needed for one node. Set REDIS_URL to run more.");
    const { Redis } = await import("ioredis");
    const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on("error", () => {});
    try {
      await redis.connect();
      await redis.ping();
      return ok("Redis answers.");
    } catch {
      return broken(
        "Redis does not answer, so visitors on another node hear of answers late. Start it, or correct REDIS_URL.",
      );
    } finally {
      redis.disconnect();
    }
  },
});
