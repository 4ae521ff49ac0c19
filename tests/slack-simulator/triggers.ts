import { randomBytes } from "node:crypto";
import { ApiError } from "./web-api/api-error.ts";

export type Triggers = ReturnType<typeof createTriggers>;

/** Trigger ids: whoever clicked may be shown a modal, once, within three seconds. */
export function createTriggers(now: () => number = Date.now) {
  const issued = new Map<
    string,
    { userId: string; viewId?: string | undefined; expiresAt: number; isSpent: boolean }
  >();
  return {
    issue(userId: string, viewId?: string): string {
      const id = `${now()}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString("hex")}`;
      issued.set(id, { userId, viewId, expiresAt: now() + 3_000, isSpent: false });
      return id;
    },
    spend(id: string): { userId: string; viewId?: string | undefined } {
      const trigger = issued.get(id);
      if (!trigger) throw new ApiError("invalid_trigger_id");
      if (trigger.isSpent) throw new ApiError("exchanged_trigger_id");
      if (trigger.expiresAt < now()) throw new ApiError("expired_trigger_id");
      trigger.isSpent = true;
      return trigger;
    },
  };
}
