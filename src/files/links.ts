import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { HttpError } from "../http/errors.ts";

export interface LinksOptions {
  secret: string;
  publicUrl: string;
  now: () => number;
}

/** What a link is to, and until when (ms since 1970) and by which signature it holds. */
export interface Followed {
  id: string;
  name: string;
  expires: unknown;
  signature: unknown;
}

/** Addresses of files that whoever has them may open, for a while. */
export function createLinks({ secret, publicUrl, now }: LinksOptions) {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "links to files", 32));
  const sign = (id: string, name: string, expires: string) =>
    createHmac("sha256", key)
      .update(JSON.stringify([id, name, expires]))
      .digest();

  return {
    /** Holds for `forMs` and up to a sixth longer: asked again meanwhile, the link is the same, so browsers keep the file. */
    linkTo({ id, name }: { id: string; name: string }, { forMs }: { forMs: number }): string {
      const stepMs = Math.ceil(forMs / 6);
      const expires = String(Math.ceil((now() + forMs) / stepMs) * stepMs);
      const signature = sign(id, name, expires).toString("base64url");
      return `${publicUrl}/files/${id}/${encodeURIComponent(name)}?expires=${expires}&signature=${signature}`;
    },

    /** Milliseconds for which the link still holds. Throws `HttpError` when it is forged or too old. */
    follow({ id, name, expires, signature }: Followed): number {
      const wanted = sign(id, name, String(expires));
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
