import type { Conversation } from "../conversation/conversation.ts";
import type { Directory } from "../conversation/directory.ts";
import type { Conversations } from "../conversation/index.ts";
import type { LateHandoffs } from "../conversation/late-in-words.ts";
import type { Log } from "../log.ts";
import { handoffWordsFor } from "../settings/handoff-sentence.ts";
import type { SettingsDesk } from "../settings/index.ts";

export interface LateHandoffOptions {
  conversations: Pick<Conversations, "handOffLate">;
  directory: Pick<Directory, "list" | "count">;
  settings: SettingsDesk;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

/** Who asked longer before is only marked: a weekend fits in. */
const maxAgeMs = 3 * 24 * 60 * 60_000;
/** Each time live handoff is switched on, the latest: a team can answer so many, and Slack shows them within minutes. */
const maxCalled = 50;
/** What could not be done at once, or was decided on in the moment of switching, is done by then. */
const tendedMs = 60 * 60_000;
const lookEveryMs = 60_000;
const pageSize = 200;

/** Calls people for those who asked for them while live handoff was off, when it is on again. Each is called for once. */
export function createLateHandoffs({ conversations, directory, settings, now, log }: LateHandoffOptions) {
  /** For whom people were called since live handoff was switched on. */
  let calls = { since: 0, ids: new Set<string>() };
  let looking: Promise<LateHandoffs> = Promise.resolve({ called: 0, left: 0 });
  let stopListening = () => {};
  let timer: NodeJS.Timeout | undefined;

  async function lookOnce(): Promise<LateHandoffs> {
    const since = await switchedOnAt();
    if (since === undefined || now() - since > tendedMs) return { called: 0, left: 0 };
    if (calls.since !== since) calls = { since, ids: new Set() };
    for (const conversation of await whoWaits(since - maxAgeMs, maxCalled - calls.ids.size))
      await callFor(conversation);
    return { called: calls.ids.size, left: await directory.count({ missed: true }) };
  }

  /** When live handoff was last switched on; undefined while it is off, or where it never was. */
  async function switchedOnAt(): Promise<number | undefined> {
    if (!(await settings.current()).liveHandoff) return undefined;
    return (await settings.changes()).find(({ key }) => key === "liveHandoff")?.at;
  }

  /** The latest who asked since, at most so many; of those, the first to ask comes first. */
  async function whoWaits(since: number, atMost: number): Promise<Conversation[]> {
    const found: Conversation[] = [];
    if (atMost <= 0) return found;
    let after: string | undefined;
    do {
      const page = await directory.list({ missed: true, from: since, after, limit: pageSize });
      for (const { conversation } of page.summaries)
        if (conversation.missed?.isOpen && conversation.missed.at >= since) found.push(conversation);
      after = page.cursor;
    } while (after !== undefined && found.length < atMost);
    return found
      .sort((one, other) => askedAt(other) - askedAt(one))
      .slice(0, atMost)
      .reverse();
  }

  /** Whom it fails for is tried again with the next look, and keeps nobody else waiting. */
  async function callFor({ id: conversationId, visitor, missed }: Conversation): Promise<void> {
    const saying = {
      ...{ settings: await settings.current(), availability: await settings.availability() },
      ...{ language: visitor.language, now: now() },
    };
    try {
      await conversations.handOffLate({
        ...{ conversationId, ...handoffWordsFor(saying) },
        source: { via: "late-handoffs", externalId: `${conversationId}/${missed?.at}` },
      });
      calls.ids.add(conversationId);
    } catch (error) {
      log.warn("people could not be called for a visitor who had asked for them", { conversationId, error });
    }
  }

  /** One look after the other, so that nobody is counted twice. Never rejects. */
  function look(): Promise<LateHandoffs> {
    looking = looking.then(lookOnce).catch((error: unknown) => {
      log.error("it could not be read who had asked for people while live handoff was off", { error });
      return { called: calls.ids.size, left: 0 };
    });
    return looking;
  }

  return {
    start(): void {
      stopListening = settings.subscribe(() => void look());
      timer = setInterval(() => void look(), lookEveryMs);
      timer.unref();
      void look();
    },

    /** Calls whom there are to call, and says for whom people were called since live handoff was last switched on. */
    look,

    async stop(): Promise<void> {
      stopListening();
      clearInterval(timer);
      await looking;
    },
  };
}

const askedAt = ({ missed }: Conversation) => missed?.at ?? 0;
