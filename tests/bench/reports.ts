import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { factsOf } from "../../src/analytics/facts.ts";
import { createAnalytics } from "../../src/analytics/index.ts";
import { quarterMs } from "../../src/analytics/range.ts";
import { begun } from "../../src/conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../src/conversation/events.ts";
import { handoffSentence } from "../../src/conversation/hand-off.ts";
import { factRowsOf } from "../../src/storage/analytics/fact-rows.ts";
import { openStorage } from "../../src/storage/index.ts";
import { createSeeded, type Seeded } from "../support/seeded.ts";
import { withFolder } from "./folder.ts";
import { median } from "./statistics.ts";
import { absolute, type Row, unbound } from "./table.ts";

const conversations = 100_000;
const batch = 10_000;
const rounds = 11;
const yearMs = 365 * 24 * 60 * 60 * 1000;
const minuteMs = 60_000;
const to = Math.floor(Date.UTC(2026, 11, 1) / quarterMs) * quarterMs;
const range = { from: to - yearMs, to };

/**
 * The report on a year of 100,000 conversations, four of ten handed off, and the year before; beside one bare count of the
 * same handoffs. Conversations and their facts go straight into the tables: what is measured is the question.
 */
export async function reports(): Promise<Row[]> {
  return withFolder(async (folder) => {
    const file = join(folder, "handoff.db");
    const storage = await openStorage({ url: `file:${file}`, now: () => to, newId: randomUUID });
    try {
      seed(file);
      const analytics = createAnalytics({ ...storage, now: () => to, log: { error() {} } });
      const begin = performance.now();
      await analytics.catchUp();
      const lookedThroughMs = performance.now() - begin;

      const database = new Sqlite(file, { readonly: true });
      const bare = database.prepare(
        'SELECT COUNT(*) FROM "Stretch" WHERE "at" >= ? AND "at" < ? AND "handedOff" = 1',
      );
      const [ours, lists, reference]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < rounds; round++) {
        ours.push(await lasting(async () => void (await analytics.report(range, "Europe/Berlin"))));
        lists.push(
          await lasting(async () => void (await analytics.list({ scope: range, measure: "resolved" }))),
        );
        reference.push(await lasting(async () => void bare.get(range.from, range.to)));
      }
      const { figures } = await analytics.report(range, "Europe/Berlin");
      database.close();
      if ((figures.conversations.now ?? 0) < conversations)
        throw new Error("Not all conversations were counted.");
      const atMost1s = { unit: "ms", bound: { atMost: 1_000 } } as const;
      return [
        absolute({
          what: "report on a year of 100,000 conversations (reference: one bare count)",
          ...{ ours: median(ours), reference: median(reference), ...atMost1s },
        }),
        absolute({ what: "the slowest of them", ours: Math.max(...ours), ...atMost1s }),
        absolute({ what: "the list behind its number of resolved ones", ours: median(lists), ...atMost1s }),
        unbound("looking through all of them for what is not counted", lookedThroughMs, "ms"),
      ];
    } finally {
      await storage.close();
    }
  });
}

/** Straight into the tables, as they stand after everything was counted. */
function seed(file: string): void {
  const seeded = createSeeded(6);
  const database = new Sqlite(file);
  const inserts = {
    Conversation: inserting(database, "Conversation"),
    Counted: inserting(database, "Counted"),
    Stretch: inserting(database, "Stretch"),
    Activity: inserting(database, "Activity"),
  };
  const insertAll = database.transaction((lives: ReturnType<typeof life>[]) => {
    for (const { conversation, events, lastAt } of lives) {
      const { id, visitor, createdAt } = conversation;
      const facts = factRowsOf({ ...factsOf({ conversation, events }), lastAt });
      inserts.Conversation({
        ...{ id, siteKey: "default", visitorId: visitor.id, status: "closed", generation: 1, version: 1 },
        ...{ seq: events.length, boundarySeq: 0, lastText: "Hello", lastAt, createdAt },
      });
      inserts.Counted(facts.counted);
      for (const row of facts.stretches) inserts.Stretch(row);
      for (const row of facts.activity) inserts.Activity(row);
    }
  });
  for (let done = 0; done < conversations; done += batch)
    insertAll(Array.from({ length: batch }, () => life(seeded)));
  database.close();
}

/** Prepared once, with the columns of the first row. */
function inserting(database: Sqlite.Database, table: string): (row: Record<string, unknown>) => void {
  let statement: Sqlite.Statement | undefined;
  return (row) => {
    const columns = Object.keys(row);
    statement ??= database.prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`)}) VALUES (${columns.map((column) => `@${column}`)})`,
    );
    statement.run(row);
  };
}

const causes = ["button", "rule", "rule", "model", "failure"] as const;
const rules = ["asks-for-a-person", "custom-phrase", "frustration"];
const phrases = [
  "talk to a human",
  "real person",
  "refund",
  "this is useless",
  "your agent is wrong",
  "call me",
];

/** Some end with the assistant; of the others most are answered and closed, the rest handed back. */
function life(seeded: Seeded) {
  const createdAt = range.from + seeded.below(yearMs - 24 * 60 * minuteMs);
  const conversation = begun({
    id: randomUUID(),
    siteKey: "default",
    visitor: { id: randomUUID() },
    createdAt,
  });
  const agent = seeded.pick(agents);
  const said = (author: { kind: "visitor" } | { kind: "assistant" } | ({ kind: "agent" } & typeof agent)) =>
    ({ type: "message.posted", message: { id: randomUUID(), author, text: "Hello", note: false } }) as const;
  const happened: [number, Happening][] = [
    [0, said({ kind: "visitor" })],
    [1, said({ kind: "assistant" })],
  ];
  if (seeded.below(10) < 4) {
    const by = seeded.pick(causes);
    const matched = by === "rule" ? { rule: seeded.pick(rules), matched: seeded.pick(phrases) } : {};
    const handoff = { by, reason: "Asked for a person", at: createdAt, ...matched };
    happened.push([2, { type: "conversation.handedOff", handoff, sentence: handoffSentence }]);
    const answeredAfter = 3 + seeded.below(20);
    if (seeded.below(10) < 8) {
      happened.push([answeredAfter, said({ kind: "agent", ...agent })]);
      happened.push([answeredAfter + seeded.below(120), { type: "conversation.closed", by: agent }]);
    } else happened.push([60, { type: "conversation.handedBack", by: agent }]);
  }
  const events = happened.map(([minutes, happening], index): ConversationEvent => {
    const at = createdAt + minutes * minuteMs;
    return {
      ...happening,
      ...{ id: `${conversation.id}-${index}`, conversationId: conversation.id, seq: index + 1, at },
      ...{ via: "bench", externalId: `${conversation.id}-${index}` },
    };
  });
  return { conversation, events, lastAt: events.at(-1)?.at ?? createdAt };
}

const agents = Array.from({ length: 12 }, (_, index) => ({ id: `agent-${index}`, name: `Agent ${index}` }));

async function lasting(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
