import { z } from "zod";
import type { Message } from "../../../conversation/message.ts";
import { type AuditLine, auditKinds } from "../../../privacy/audit.ts";
import type { Erasure, ErasureReason } from "../../../privacy/erasing/ports.ts";
import type { Receipt } from "../../../privacy/erasing/receipt.ts";
import { KeepDays } from "../../../settings/sites.ts";

/** `POST /api/conversations/ID/reveal`. `id` is made by the page: sent twice, it is written down once. */
export const Reveal = z.object({ id: z.uuid(), messageId: z.string().min(1).max(200) });

/** Its answer: the message as it was said. */
export interface Revealed {
  message: Message;
}

/** `GET /api/privacy/rights`: what the member may, as the settings stand. */
export interface Rights {
  mayReveal: boolean;
  /** Otherwise nothing is masked, and there is nothing to reveal. */
  isMasking: boolean;
}

/** `GET /api/conversations/ID/erased`, for whoever works for its site. */
export interface Erased {
  by: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  reason: ErasureReason;
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

/** `GET /api/privacy`; `before` is the id of the last line that is known. */
export const RecordQuery = z.object({
  kind: z.enum(auditKinds).optional(),
  conversation: z.string().min(1).max(100).optional(),
  before: z.string().min(1).max(100).optional(),
});

/** What was done, the latest first. */
export interface PrivacyPage {
  audit: AuditLine[];
  /** Older lines follow. */
  goesOn: boolean;
  erasures: Erasure[];
}

export type { AuditLine, Erasure, Receipt };
