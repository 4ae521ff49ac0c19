/** What was done with what people said, other than answering: without a word of it. */
export type Audited =
  /** Somebody looked at what is masked in a message. */
  | { kind: "revealed"; conversationId: string }
  /** Transcripts were taken out: one conversation's, or all. */
  | { kind: "exported"; conversationId?: string | undefined; isMasked: boolean }
  | { kind: "erased"; conversationId: string }
  /** Conversations of a site were erased because their time was over. */
  | { kind: "retained"; siteKey: string; count: number };

export type AuditEntry = Audited & {
  /** The name of the person who did it. */
  by: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
};

/** As it stands in the record: never changed, never removed. */
export type AuditLine = AuditEntry & { id: string };

export const auditKinds = ["revealed", "exported", "erased", "retained"] as const satisfies Audited["kind"][];

/** Which part of the record is read; left out, all of it. */
export interface AuditFilter {
  kind?: Audited["kind"] | undefined;
  conversationId?: string | undefined;
  /** The `id` of a line: only what is older. */
  before?: string | undefined;
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(limit: number, filter?: AuditFilter): Promise<AuditLine[]>;
}
