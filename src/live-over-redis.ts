import { Redis } from "ioredis";
import type { Attendance, HasRead, Live, Signal, Writing } from "./live.ts";
import type { Log } from "./log.ts";

const channel = "live-handoff:moved";
const writingChannel = "live-handoff:writing";
const attendanceChannel = "live-handoff:attendance";
const readingChannel = "live-handoff:reading";
const settingsChannel = "live-handoff:settings";
const teamChannel = "live-handoff:team";

/**
 * Carries signals to the other nodes. "C reached N" and "settings changed" travel without what was said or set; only
 * what the assistant is writing, and who is where, goes along as it is, since it is nowhere else. Losing Redis delays: clients catch up
 * when they next ask, because the database is the truth.
 */
export async function overRedis(local: Live, { url, log }: { url: string; log: Log }): Promise<Live> {
  const publisher = connection(url, log);
  const subscriber = connection(url, log);
  const node = crypto.randomUUID();
  const settings = changesOf(settingsChannel);
  const team = changesOf(teamChannel);

  subscriber.on("message", (from, text) => {
    if (from === channel) moved(JSON.parse(text));
    else if (from === writingChannel) written(JSON.parse(text));
    else if (from === attendanceChannel) attended(JSON.parse(text));
    else if (from === readingChannel) read(JSON.parse(text));
    else if (text !== node) (from === teamChannel ? team : settings).heard();
  });
  await subscriber
    .subscribe(channel, writingChannel, attendanceChannel, readingChannel, settingsChannel, teamChannel)
    .catch((error: unknown) => log.warn("Redis is not there yet", { error }));

  function moved({ from, ...signal }: Signal & { from: string }): void {
    if (from !== node) local.announce(signal);
  }

  function written({ from, ...writing }: Writing & { from: string }): void {
    if (from !== node) local.write(writing);
  }

  function attended({ from, ...attendance }: Attendance & { from: string }): void {
    if (from !== node) local.attend(attendance);
  }

  function read({ from, ...reading }: HasRead & { from: string }): void {
    if (from !== node) local.tellRead(reading);
  }

  function publish(to: string, text: string): void {
    publisher.publish(to, text).catch((error: unknown) => log.debug("a signal was lost", { error }));
  }

  /** That something was changed elsewhere, without what. */
  function changesOf(name: string) {
    const listeners = new Set<() => void>();
    return {
      tell: () => publish(name, node),
      hear: (listener: () => void) => void listeners.add(listener),
      heard() {
        for (const listener of listeners) listener();
      },
    };
  }

  return {
    announce(signal) {
      local.announce(signal);
      const { conversationId, siteKey, visitorId, seq, isErased } = signal;
      publish(channel, JSON.stringify({ from: node, conversationId, siteKey, visitorId, seq, isErased }));
    },

    subscribe: local.subscribe,

    write(writing) {
      local.write(writing);
      publish(writingChannel, JSON.stringify({ from: node, ...writing }));
    },
    readAlong: local.readAlong,

    attend(attendance) {
      local.attend(attendance);
      publish(attendanceChannel, JSON.stringify({ from: node, ...attendance }));
    },
    observe: local.observe,

    tellRead(reading) {
      local.tellRead(reading);
      publish(readingChannel, JSON.stringify({ from: node, ...reading }));
    },
    hearReads: local.hearReads,

    settings,
    team,

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
