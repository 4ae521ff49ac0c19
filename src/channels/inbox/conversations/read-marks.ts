import { Router } from "express";
import type { Readings } from "../../../conversation/readings.ts";
import type { HasRead, Live } from "../../../live.ts";
import type { Guard } from "../people/guard.ts";
import { ReadUpTo } from "./protocol.ts";

interface Options {
  readings: Pick<Readings, "read" | "unread">;
  live: Pick<Live, "tellRead">;
  guard: Guard;
}

/** What each member has read: theirs alone, and the same on all their pages at once. */
export function createReadMarks({ readings, live, guard }: Options): Router {
  const router = Router();

  router.post(
    "/conversations/:id/read",
    guard.conversation(async ({ member, conversation: { id } }, request, response) => {
      const { at } = ReadUpTo.parse(request.body);
      response.json(
        tell({ memberId: member.id, conversationId: id, readAt: await readings.read(member.id, id, at) }),
      );
    }),
  );

  router.post(
    "/conversations/:id/unread",
    guard.conversation(async ({ member, conversation: { id } }, request, response) => {
      const { at } = ReadUpTo.parse(request.body);
      await readings.unread(member.id, id, at);
      response.json(tell({ memberId: member.id, conversationId: id, readAt: at }));
    }),
  );

  return router;

  function tell(reading: HasRead): { readAt: number } {
    live.tellRead(reading);
    return { readAt: reading.readAt };
  }
}
