import { isIP } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { isWebAddress } from "../article.ts";
import { CannotFetch } from "./cannot-fetch.ts";
import { type MayAsk, notPublic, publicLookup } from "./public-addresses.ts";

export interface FetchLimits {
  /** For the whole page, redirects included. */
  timeoutMs: number;
  maxBytes: number;
  maxRedirects: number;
}

export const usualLimits: FetchLimits = { timeoutMs: 15_000, maxBytes: 3_000_000, maxRedirects: 5 };

/** A page as it came. */
export interface Got {
  /** After redirects. */
  url: string;
  kind: "html" | "markdown" | "text";
  text: string;
}

export type GetPage = (url: string) => Promise<Got>;

/** Gets pages from public websites, within limits. Throws `CannotFetch` in words for whatever goes wrong. */
export function createGetPage(mayAsk: MayAsk, limits: FetchLimits = usualLimits) {
  const { timeoutMs, maxBytes, maxRedirects } = limits;
  const agent = new Agent({
    connect: { lookup: publicLookup(mayAsk), timeout: timeoutMs },
    keepAliveTimeout: 1_000,
    maxResponseSize: maxBytes,
  });

  const get: GetPage = async (url) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await follow(url, signal, 0);
    } catch (error) {
      throw inWords(error, url);
    }
  };

  async function follow(url: string, signal: AbortSignal, redirects: number): Promise<Got> {
    assertMayAsk(url);
    const { statusCode, headers, body } = await request(url, {
      ...{ dispatcher: agent, signal, headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
      headers: {
        accept: "text/html, text/markdown, text/plain;q=0.9",
        "accept-encoding": "gzip, deflate, br",
        "user-agent": "LiveHandoff/1.0 (knowledge; fetched when an admin asks)",
      },
    });
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      await body.dump();
      if (redirects === maxRedirects)
        throw new CannotFetch(
          `The page sends on more than ${maxRedirects} times. Give the address it ends at.`,
        );
      return follow(new URL(String(headers.location), url).href, signal, redirects + 1);
    }
    const refusal = refusalOf(statusCode);
    const kind = kindOf(String(headers["content-type"] ?? ""));
    if (refusal || !kind) {
      await body.dump().catch(() => {});
      throw new CannotFetch(refusal ?? notText(String(headers["content-type"] ?? "")));
    }
    return {
      url,
      kind,
      text: decoded(await whole(unpacked(body, headers)), String(headers["content-type"] ?? "")),
    };
  }

  /** Names are looked at when they are resolved; an address that stands in the URL never is. */
  function assertMayAsk(url: string): void {
    if (!isWebAddress(url))
      throw new CannotFetch("Only addresses that begin with http:// or https:// are read.");
    const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) && !mayAsk(host)) throw notPublic(host);
  }

  async function whole(body: Readable): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  const tooLarge = () =>
    new CannotFetch(
      `The page has more than ${Math.round(maxBytes / 100_000) / 10} MB. Paste the part that matters instead.`,
    );

  function inWords(error: unknown, url: string): CannotFetch {
    const cause = deepest(error);
    if (cause instanceof CannotFetch) return cause;
    const { code = "", name = "" } = cause instanceof Error ? (cause as NodeJS.ErrnoException) : {};
    const host = URL.canParse(url) ? new URL(url).host : url;
    if (name === "TimeoutError" || name === "AbortError" || /TIMEOUT|ETIMEDOUT/.test(code))
      return new CannotFetch(`${host} did not answer within ${timeoutMs / 1000} seconds. Try again later.`);
    if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return tooLarge();
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
      return new CannotFetch(`The certificate of ${host} is not valid, so the page cannot be trusted.`);
    return new CannotFetch(`${host} could not be reached (${code || "no answer"}). Check the address.`);
  }

  return { get, close: () => agent.destroy() };
}

function refusalOf(status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return `There is no such page (${status}). Check the address.`;
  if (status === 401 || status === 403)
    return `The page may not be read without signing in, or by programs (${status}). Paste its text instead.`;
  if (status === 429) return "The website asks to be read more slowly (429). Try again later.";
  return `The website answered with an error (${status}). Try again later.`;
}

/** What is packed small may be large: the size that counts is that of what comes out. */
function unpacked(body: Readable, headers: Dispatcher.ResponseData["headers"]): Readable {
  switch (headers["content-encoding"]) {
    case "gzip":
      return pipeline(body, createGunzip(), () => {});
    case "br":
      return pipeline(body, createBrotliDecompress(), () => {});
    case "deflate":
      return pipeline(body, createInflate(), () => {});
    default:
      return body;
  }
}

function kindOf(contentType: string): Got["kind"] | undefined {
  const [type = ""] = contentType.toLowerCase().split(";");
  switch (type.trim()) {
    case "text/html":
    case "application/xhtml+xml":
      return "html";
    case "text/markdown":
    case "text/x-markdown":
      return "markdown";
    case "text/plain":
      return "text";
    default:
      return undefined;
  }
}

const notText = (contentType: string) =>
  `This is no page of text (${contentType || "the website does not say what it is"}). Only HTML, Markdown and plain text can be read.`;

/** By what the website says, else by what the page says at its beginning. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 1_024));
  const named =
    /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(beginning)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function deepest(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? deepest(error.cause) : error;
}
