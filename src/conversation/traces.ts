import type { Source } from "./store.ts";

/** What leads into a conversation from outside: what somebody has of it who comes back, or answers. */
export type Lead =
  | { kind: "visitor"; siteKey: string; visitorId: string }
  /** Of an address of ours that mails were sent from. */
  | { kind: "mail"; role: "visitor" | "agent"; token: string }
  /** Where a channel showed it; the id is that channel's own. */
  | { kind: "thread"; channel: string; externalId: string }
  /** A visitor's, in E.164. */
  | { kind: "phone"; number: string };

/** That a lead led into a conversation which was erased: nothing of what was said, nor by whom. */
export interface Trace {
  siteKey: string;
  /** When it was erased, in milliseconds since 1970. */
  at: number;
}

export interface Traces {
  /** Undefined where a lead led into none that was erased, or one that was erased long ago. */
  of(lead: Lead): Promise<Trace | undefined>;
  /** Returns true once for each message: whoever wrote it is told once that nobody got it. */
  isNew(message: Source): Promise<boolean>;
}
