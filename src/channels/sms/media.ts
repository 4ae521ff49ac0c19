import type { Attachment } from "../../conversation/message.ts";
import type { Files } from "../../files/index.ts";
import type { Log } from "../../log.ts";
import type { ReceivedSms } from "./received-sms.ts";

export interface MediaOptions {
  accountSid: string;
  authToken: string;
  /** Where Twilio's API is; files are fetched from there alone. */
  apiUrl?: string | undefined;
  files: Pick<Files, "keep">;
  log: Log;
}

export type Media = ReturnType<typeof createMedia>;

/** A carrier's MMS has 5 MB at most (Twilio, accepted content types). */
const maxFileBytes = 6 * 1024 * 1024;
/** Twilio waits 15 seconds for us. */
const withinMs = 8_000;

/** Pictures and other files of an MMS, which lie with Twilio and are fetched with the account's credentials. */
export function createMedia({ accountSid, authToken, apiUrl, files, log }: MediaOptions) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  const origin = new URL(apiUrl ?? "https://api.twilio.com").origin;

  return {
    /** What could be kept, and in words what could not. */
    async kept({ id, media }: ReceivedSms, whose: { siteKey?: string; visitorId?: string } = {}) {
      const fetched = await Promise.all(
        media.map((one, index) =>
          fetchOne(one, index, whose).catch((error: unknown) => {
            log.warn("a file of an SMS could not be fetched", { sms: id, error });
            return undefined;
          }),
        ),
      );
      const kept = fetched.filter((file): file is Attachment => file !== undefined);
      const missing = media.length - kept.length;
      const lost =
        missing === 0 ? [] : [`[${missing === 1 ? "A file" : `${missing} files`} could not be fetched.]`];
      return { kept, lost };
    },
  };

  async function fetchOne(
    { url, mime }: ReceivedSms["media"][number],
    index: number,
    whose: { siteKey?: string; visitorId?: string },
  ): Promise<Attachment> {
    if (!URL.canParse(url) || new URL(url).origin !== origin)
      throw new Error(`Not an address of Twilio's: ${url}`);
    // It leads on to a store of Twilio's, where fetch leaves the credentials out.
    const response = await fetch(url, {
      headers: { authorization },
      signal: AbortSignal.timeout(withinMs),
    });
    if (!response.ok || !response.body) throw new Error(`Twilio answered ${response.status}.`);
    const name = `mms-${index + 1}.${extensionOf(mime)}`;
    return files.keep(response.body, { name, mime, via: "sms", maxBytes: maxFileBytes, ...whose });
  }
}

/** "image/jpeg" → "jpeg"; "text/x-vcard" → "vcard". */
const extensionOf = (mime: string) => /\/(?:x-)?([a-z0-9]{1,10})/i.exec(mime)?.[1]?.toLowerCase() ?? "bin";
