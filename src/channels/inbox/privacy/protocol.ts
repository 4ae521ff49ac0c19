import { z } from "zod";
import type { Message } from "../../../conversation/message.ts";
import type { AuditEntry } from "../../../privacy/audit.ts";
import type { Erasure } from "../../../privacy/erasing/ports.ts";
import type { Receipt } from "../../../privacy/erasing/receipt.ts";
import { KeepDays } from "../../../settings/sites.ts";

/** `POST /api/conversations/ID/reveal`. `id` is made by the page: sent twice, it is written down once. */
export const Reveal = z.object({ id: z.uuid(), messageId: z.string().min(1).max(200) });

/** Its answer: the message as it was said. */
export interface Revealed {
  message: Message;
}

/** `GET /api/privacy/would-go?site=KEY&days=30`. */
export const WouldGo = z.object({
  site: z.string().min(1).max(40),
  days: z.coerce.number().pipe(KeepDays),
});

/** Its answer: how many conversations would be erased now. */
export interface Going {
  count: number;
}

/** `GET /api/privacy`: what was done, the latest first. */
export interface PrivacyPage {
  audit: AuditEntry[];
  erasures: Erasure[];
}

export type { AuditEntry, Erasure, Receipt };
