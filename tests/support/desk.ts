import { randomUUID } from "node:crypto";
import type { Agent, Conversation, Visitor } from "../../src/conversation/conversation.ts";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import { createConversations } from "../../src/conversation/index.ts";
import type { Listener } from "../../src/conversation/listener.ts";
import type { Recorded } from "../../src/conversation/store.ts";
import { sqliteDatabase } from "./databases.ts";

/** The core on a real database, with a clock the test moves and people who act. */
export async function openDesk({ listeners = [] as Listener[] } = {}) {
  const database = await sqliteDatabase();
  const clock = { at: 1_800_000_000_000 };
  const now = () => clock.at;
  const storage = await database.open(now);
  const announced: Recorded[] = [];
  const conversations = createConversations({
    store: storage.store,
    newId: randomUUID,
    now,
    announce: (recorded) => announced.push(recorded),
    owed: (conversation, happenings, via) =>
      listeners
        .filter((listener) => listener.name !== via && listener.concerns(conversation, happenings))
        .map(({ name }) => name),
  });

  const source = (via: string, externalId: string = randomUUID()) => ({ via, externalId });

  return {
    conversations,
    storage,
    url: database.url,
    announced,
    clock,
    now,
    source,

    /** A visitor with one conversation, acting through the widget. */
    visitor(visitor: Visitor = { id: randomUUID() }) {
      const whose = { siteKey: "default", visitor };
      return {
        id: visitor.id,
        says: (text: string, id: string = randomUUID()) =>
          conversations.receive({ ...whose, id, text, source: source("widget", `${visitor.id}/${id}`) }),
        asksForPerson: () =>
          conversations.handOff({
            ...whose,
            decision: { by: "button", reason: "Asked for a person" },
            source: source("widget"),
          }),
        async conversation(): Promise<Conversation> {
          const found = await storage.store.findByVisitor("default", visitor.id);
          if (!found) throw new Error("The visitor has no conversation yet.");
          return found;
        },
        async events(): Promise<ConversationEvent[]> {
          return storage.store.eventsAfter((await this.conversation()).id, 0);
        },
      };
    },

    async close() {
      await storage.close();
      await database.drop();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export const ana: Agent = { id: "slack:T1/UANA", name: "Ana" };
export const ben: Agent = { id: "u-ben", name: "Ben", avatarUrl: "https://pictures.example/ben.png" };

export const textsOf = (events: ConversationEvent[]) =>
  events.flatMap((event) => (event.type === "message.posted" ? [event.message.text] : []));

export const typesOf = (events: ConversationEvent[]) => events.map(({ type }) => type);
