import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { HttpError } from "../http/errors.ts";

export interface LinksOptions {
  secret: string;
  publicUrl: string;
  now: () => number;
  /** Where they lead. */
  path?: string | undefined;
}

/** What a link is to, and until when (ms since 1970) and by which signature it holds. */
export interface Followed {
  id: string;
  name: string;
  shownIn?: unknown;
  expires: unknown;
  signature: unknown;
}

interface LinkTerms {
  forMs: number;
  /** Whatever the file is shown in, for whoever decides whether it still is. */
  shownIn?: string | undefined;
}

/** Addresses of files that whoever has them may open, for a while. */
export function createLinks({ secret, publicUrl, now, path = "/files" }: LinksOptions) {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "links to files", 32));
  const sign = (id: string, name: string, expires: string, shownIn?: string) =>
    createHmac("sha256", key)
      .update(JSON.stringify([path, id, name, expires, shownIn]))
      .digest();

  return {
    /** Holds for `forMs` and up to a sixth longer: asked again meanwhile, the link is the same, so browsers keep the file. */
    linkTo({ id, name }: { id: string; name: string }, { forMs, shownIn }: LinkTerms): string {
      const stepMs = Math.ceil(forMs / 6);
      const expires = String(Math.ceil((now() + forMs) / stepMs) * stepMs);
      const signature = sign(id, name, expires, shownIn).toString("base64url");
      const query = new URLSearchParams({ ...(shownIn && { in: shownIn }), expires, signature });
      return `${publicUrl}${path}/${id}/${encodeURIComponent(name)}?${query}`;
    },

    /** Milliseconds for which the link still holds. Throws `HttpError` when it is forged or too old. */
    follow({ id, name, expires, signature, shownIn }: Followed): number {
      const wanted = sign(id, name, String(expires), shownIn === undefined ? undefined : String(shownIn));
      const given = Buffer.from(String(signature), "base64url");
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        throw new HttpError(403, "This link is not one of ours. Open the file from the chat.");
      const leftMs = Number(expires) - now();
      if (leftMs <= 0)
        throw new HttpError(410, "This link is too old. Reload the page with the chat to get a new one.");
      return leftMs;
    },
  };
}

export type Links = ReturnType<typeof createLinks>;
