import { randomUUID } from "node:crypto";
import type { Conversations } from "../../../../src/conversation/index.ts";
import type { Attachment } from "../../../../src/conversation/message.ts";

const source = () => ({ via: "widget", externalId: randomUUID() });

/** A visitor by name, on the default site unless another is named. */
export function visitorIn(conversations: Conversations, name: string, email?: string, siteKey = "default") {
  const visitor = { id: name.toLowerCase(), name, email };
  const page = { url: "https://shop.example/cart", title: "Your cart" };
  const whose = { siteKey, visitor, page };

  return {
    async says(text: string): Promise<string> {
      const said = await conversations.receive({ ...whose, id: randomUUID(), text, source: source() });
      return said.conversationId;
    },

    async sends(file: Attachment): Promise<string> {
      const said = await conversations.receive({
        ...{ ...whose, id: randomUUID(), text: "", files: [file], source: source() },
      });
      return said.conversationId;
    },

    async asksWhileOff(by: "rule" | "failure" = "rule"): Promise<string> {
      const decision = { by, reason: "Asked for a person", matched: "a human" } as const;
      const text = "Nobody from the team is taking chats at the moment. Your message is kept for them.";
      const missed = { ...whose, decision, text, source: source() };
      return (await conversations.missHandoff(missed)).conversationId;
    },

    async asksForAPerson(): Promise<string> {
      const decision = { by: "button", reason: "Asked for a person" } as const;
      return (await conversations.handOff({ ...whose, decision, source: source() })).conversationId;
    },
  };
}
