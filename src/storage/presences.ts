import type { Presences } from "../conversation/presence.ts";
import type { Client } from "./client.ts";

export function createPresences(client: Client, now: () => number): Presences {
  return {
    async save({ conversationId, isHere, at, page }) {
      const state = {
        isHere,
        at: BigInt(at),
        pageUrl: page?.url ?? null,
        pageTitle: page?.title ?? null,
      };
      await client.presence.upsert({
        where: { conversationId },
        create: { conversationId, ...state },
        update: state,
      });
    },

    async find(conversationId) {
      const row = await client.presence.findFirst({ where: { conversationId } });
      if (!row) return undefined;
      return {
        conversationId,
        isHere: row.isHere,
        at: Number(row.at),
        page: row.pageUrl === null ? undefined : { url: row.pageUrl, title: row.pageTitle ?? undefined },
      };
    },

    async clear() {
      await client.presence.updateMany({
        where: { isHere: true },
        data: { isHere: false, at: BigInt(now()) },
      });
    },
  };
}
