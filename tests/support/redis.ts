import { Redis } from "ioredis";

export const redisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";

/** Undefined where Redis answers; otherwise why its tests are skipped. With CI=true that is a failure. */
export const noRedis: string | undefined = await reach();

async function reach(): Promise<string | undefined> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return undefined;
  } catch (error) {
    const why = `no Redis at ${new URL(redisUrl).host}; set TEST_REDIS_URL`;
    if (process.env.CI === "true") throw new Error(why, { cause: error });
    console.warn(`Redis tests are skipped: ${why}`);
    return why;
  } finally {
    redis.disconnect();
  }
}
