import type { Phones } from "../conversation/phones.ts";
import type { Client } from "./client.ts";
import type { AsRead } from "./rows.ts";

/** Of one number: two are too many already to tell which one an SMS is for. */
const maxTexted = 20;

export const createPhones = (client: Client, { conversationOf }: AsRead): Phones => ({
  async textedAt(number) {
    const rows = await client.conversation.findMany({
      where: { visitorPhone: number, textedSeq: { gt: 0 } },
      orderBy: [{ lastAt: "desc" }, { id: "asc" }],
      take: maxTexted,
    });
    return rows.map(conversationOf);
  },
});
