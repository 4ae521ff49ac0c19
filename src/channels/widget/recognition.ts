import type { ConversationStore } from "../../conversation/store.ts";
import type { Traces } from "../../conversation/traces.ts";
import type { VisitorTokens } from "./visitor-token.ts";

export interface RecognitionOptions {
  tokens: VisitorTokens;
  store: Pick<ConversationStore, "findByVisitor">;
  traces: Pick<Traces, "of">;
  newId: () => string;
}

/** Who is there, and the token that names them from now on. */
export interface Recognised {
  visitorId: string;
  token: string;
  /** They may have been here before. */
  isKnown: boolean;
  /** When what they had said here was erased, if it was (ms since 1970). */
  erasedAt?: number | undefined;
}

export type Recognition = ReturnType<typeof createRecognition>;

/**
 * Who somebody with a token is. Whose conversation was erased begins anew under another name: what still has the old one,
 * a link in a mail or a browser in which it was opened, must not lead into what they write from now on.
 */
export function createRecognition({ tokens, store, traces, newId }: RecognitionOptions) {
  async function erasedAt(siteKey: string, visitorId: string): Promise<number | undefined> {
    // Whoever wrote in the very moment of the erasure has a conversation already, and keeps it.
    if (await store.findByVisitor(siteKey, visitorId)) return undefined;
    return (await traces.of({ kind: "visitor", siteKey, visitorId }))?.at;
  }

  return async (siteKey: string, token: string | undefined): Promise<Recognised> => {
    const named = token === undefined ? undefined : await tokens.read(siteKey, token);
    const at = named && (await erasedAt(siteKey, named.visitorId));
    if (token !== undefined && named && at === undefined) return { ...named, token, isKnown: true };
    const visitorId = newId();
    const since = { erasedAt: at };
    return { visitorId, ...since, token: await tokens.issue(siteKey, visitorId, since), isKnown: false };
  };
}
