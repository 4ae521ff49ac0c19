export interface Download {
  url: string;
  token: string;
  /** Hosts that may see the token. */
  isTrusted: (url: URL) => boolean;
  fetch: typeof fetch;
  signal: AbortSignal;
}

export interface Downloaded {
  body: AsyncIterable<Uint8Array>;
  mime: string | undefined;
  /** In bytes, if that was said. */
  size: number | undefined;
  /** It is sent as a file, not shown as a page. */
  isAttachment: boolean;
}

const maxHops = 5;

/** Gets a private file of Slack's. Redirects are followed one by one, so that the token is never shown to anybody else. */
export async function download({ url, token, isTrusted, fetch, signal }: Download): Promise<Downloaded> {
  let next = new URL(url);
  if (!isTrusted(next)) throw new Error(`The file is not at Slack but at ${next.host}.`);
  for (let hop = 0; hop <= maxHops; hop++) {
    const isSafe = isTrusted(next);
    if (!isSafe && next.protocol !== "https:")
      throw new Error(`Slack sent us on to ${next.host}, which is not encrypted.`);
    const headers = isSafe ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(next, { headers, redirect: "manual", signal });
    const target = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && target) {
      await response.body?.cancel();
      next = new URL(target, next);
      continue;
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new Error(`Slack answered ${response.status} instead of the file.`);
    }
    const size = response.headers.get("content-length");
    return {
      body: response.body,
      size: size === null ? undefined : Number(size),
      mime: response.headers.get("content-type") ?? undefined,
      isAttachment: /^attachment/i.test(response.headers.get("content-disposition") ?? ""),
    };
  }
  throw new Error("Slack sent us from one address to the next without an end.");
}
