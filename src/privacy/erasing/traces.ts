import { createHmac, hkdfSync } from "node:crypto";
import type { Source } from "../../conversation/store.ts";
import type { Lead, Trace, Traces } from "../../conversation/traces.ts";

/** What a lead is known by, from which nobody reads it: not even numbers, of which there are few, without the secret. */
export type Fingerprint = (lead: Lead) => string;

export interface TraceRecords {
  /** Returns false when it was known. */
  add(fingerprint: string, trace: Trace): Promise<boolean>;
  find(fingerprint: string): Promise<Trace | undefined>;
  /** Those from before then (ms since 1970). */
  forget(before: number): Promise<void>;
}

/** As long as a browser that was there keeps its token. */
const keptForMs = 180 * 24 * 60 * 60_000;

/** Remembers for half a year that something led into an erased conversation, so that whoever has it is told. */
export function createTraces({ records, secret, now }: TracesOptions) {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "traces of what was erased", 32));
  const mark = (...parts: string[]) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");

  const fingerprint: Fingerprint = (lead) => {
    switch (lead.kind) {
      case "visitor":
        return mark(lead.kind, lead.siteKey, lead.visitorId);
      case "mail":
        return mark(lead.kind, lead.role, lead.token);
      case "thread":
        return mark(lead.kind, lead.channel, lead.externalId);
      case "phone":
        return mark(lead.kind, lead.number);
    }
  };

  return {
    fingerprint,

    async of(lead) {
      const trace = await records.find(fingerprint(lead));
      return trace && trace.at > now() - keptForMs ? trace : undefined;
    },

    isNew: ({ via, externalId }: Source) =>
      records.add(mark("message", via, externalId), { siteKey: "", at: now() }),

    forgetOld: () => records.forget(now() - keptForMs),
  } satisfies Traces & Record<string, unknown>;
}

export interface TracesOptions {
  records: TraceRecords;
  /** Of the server: with another one nothing is known any more. */
  secret: string;
  /** Milliseconds since 1970. */
  now: () => number;
}
