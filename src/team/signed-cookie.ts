import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

interface Options {
  name: string;
  path: string;
  lastsSeconds: number;
  secret: string;
  isSecure: boolean;
}

/** A cookie that only this server can have set. What its signature stands for is said of the value each time. */
export function createSignedCookie({ name, path, lastsSeconds, secret, isSecure }: Options) {
  const pattern = new RegExp(`(?:^|; )${name.replace(".", "\\.")}=([^;]*)`);
  const signed = (meaning: string) => createHmac("sha256", secret).update(meaning).digest("base64url");
  const set = (value: string, seconds: number) =>
    `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;

  return {
    /** Undefined for a value that was not signed for this. */
    valueIn(
      { headers }: Pick<IncomingMessage, "headers">,
      meaning: (value: string) => string,
    ): string | undefined {
      const [value = "", signature = ""] = pattern.exec(headers.cookie ?? "")?.[1]?.split(".") ?? [];
      const [given, right] = [Buffer.from(signature), Buffer.from(signed(meaning(value)))];
      return given.length === right.length && timingSafeEqual(given, right) ? value : undefined;
    },

    holding: (value: string, meaning: (value: string) => string): string =>
      set(`${value}.${signed(meaning(value))}`, lastsSeconds),

    gone: set("", 0),
  };
}
