import { Redis } from "ioredis";
import type { Live, Signal } from "./live.ts";
import type { Log } from "./log.ts";

const channel = "live-handoff:moved";

/**
 * Carries signals to the other nodes. Only "C reached N" travels, never what was said. Losing Redis delays: clients
 * catch up when they next ask, because the database is the truth.
 */
export async function overRedis(local: Live, { url, log }: { url: string; log: Log }): Promise<Live> {
  const publisher = connection(url, log);
  const subscriber = connection(url, log);
  const node = crypto.randomUUID();

  subscriber.on("message", (_channel, text) => {
    const { from, ...signal }: Signal & { from: string } = JSON.parse(text);
    if (from !== node) local.announce(signal);
  });
  await subscriber
    .subscribe(channel)
    .catch((error: unknown) => log.warn("Redis is not there yet", { error }));

  return {
    announce(signal) {
      local.announce(signal);
      const { conversationId, siteKey, visitorId, seq } = signal;
      publisher
        .publish(channel, JSON.stringify({ from: node, conversationId, siteKey, visitorId, seq }))
        .catch((error: unknown) => log.debug("a signal was lost", { error }));
    },

    subscribe: local.subscribe,

    async close() {
      publisher.disconnect();
      subscriber.disconnect();
      await local.close();
    },
  };
}

function connection(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(5_000, 100 * 2 ** times),
  });
  let reported = false;
  redis.on("error", (error) => {
    if (!reported) log.warn("Redis does not answer; other nodes hear of news later", { error });
    reported = true;
  });
  redis.on("ready", () => {
    reported = false;
  });
  return redis;
}
