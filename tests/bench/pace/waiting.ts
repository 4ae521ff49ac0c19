import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createConversations } from "../../../src/conversation/index.ts";
import { openStorage } from "../../../src/storage/index.ts";

export interface WaitingOptions {
  folder: string;
  count: number;
  /** Messages each visitor and the assistant have exchanged before people were asked for. */
  history: number;
}

/** What stands in the thread of one conversation once it is complete; each text is found nowhere else. */
export type Waiting = string[];

/** Conversations in which people were asked for at the same moment, and of which Slack has not heard yet. */
export async function waiting({ folder, count, history }: WaitingOptions): Promise<Waiting[]> {
  const storage = await openStorage({
    url: `file:${join(folder, "handoff.db")}`,
    now: Date.now,
    newId: randomUUID,
  });
  const conversations = createConversations({
    ...{ store: storage.store, newId: randomUUID, now: Date.now },
    owed: () => ["slack"],
    announce: () => {},
  });

  const one = async (number: number): Promise<Waiting> => {
    const visitor = { id: randomUUID(), name: `Visitor ${number}` };
    const whose = { siteKey: "default", visitor };
    const source = () => ({ via: "widget", externalId: `${visitor.id}/${randomUUID()}` });
    const texts = Array.from({ length: history }, (_, at) => `This is message ${at} of visitor ${number}.`);
    let conversationId = "";
    for (const [at, text] of texts.entries()) {
      const said =
        at % 2 === 0
          ? conversations.receive({ ...whose, id: randomUUID(), text, source: source() })
          : conversations.answer({ conversationId, generation: 0, text, source: source() });
      conversationId = (await said).conversationId;
    }
    const decision = { by: "button", reason: "Asked for a person" } as const;
    await conversations.handOff({ ...whose, decision, source: source() });
    return texts;
  };
  const all: Waiting[] = [];
  while (all.length < count) {
    const size = Math.min(50, count - all.length);
    const from = all.length;
    all.push(...(await Promise.all(Array.from({ length: size }, (_, index) => one(from + index)))));
  }
  await storage.close();
  return all;
}
