import { once } from "node:events";
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Attachment } from "../../src/conversation/message.ts";
import { type Cabinet, openCabinet } from "./support/cabinet.ts";
import { samples } from "./support/samples.ts";

let cabinet: Cabinet;
beforeAll(async () => {
  cabinet = await openCabinet();
});
afterAll(() => cabinet.close());

const minute = 60_000;
const opened = (attachment: Attachment, headers: Record<string, string> = {}) =>
  fetch(cabinet.files.view(attachment).url, { headers });

describe("a link to a file", () => {
  test("gives its bytes to whoever has it, for this browser's memory alone", async () => {
    const attachment = await cabinet.keep(samples.png, { name: "cat.png" });
    const response = await opened(attachment);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(samples.png);
    expect(response.headers.get("cache-control")).toMatch(/^private\b/);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  test("stays the same for some minutes, so that browsers keep the picture, and then is a new one", async () => {
    const attachment = await cabinet.keep(samples.png);
    cabinet.clock.at = Math.ceil(cabinet.clock.at / (60 * minute)) * 60 * minute + 1;
    const first = cabinet.files.view(attachment).url;
    cabinet.clock.at += 9 * minute;
    expect(cabinet.files.view(attachment).url).toBe(first);
    cabinet.clock.at += minute;
    expect(cabinet.files.view(attachment).url).not.toBe(first);
  });

  test("holds as long as was promised, and then says that it is too old", async () => {
    const attachment = await cabinet.keep(samples.png);
    const url = cabinet.files.linkTo(attachment, { forMs: 60 * minute });
    cabinet.clock.at += 60 * minute - 1;
    expect((await fetch(url)).status).toBe(200);
    cabinet.clock.at += 10 * minute + 1;
    const response = await fetch(url);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining("too old") } });
  });

  test("cannot be forged: not for another file, not under another name, not for longer, not without a signature", async () => {
    const attachment = await cabinet.keep(samples.png, { name: "cat.png" });
    const other = await cabinet.keep(samples.gif, { name: "cat.png" });
    const url = new URL(cabinet.files.view(attachment).url);
    const changed = (change: (url: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return copy;
    };
    const forgeries = [
      changed((copy) => {
        copy.pathname = copy.pathname.replace(attachment.id, other.id);
      }),
      changed((copy) => {
        copy.pathname = copy.pathname.replace("cat.png", "cat.exe");
      }),
      changed((copy) => copy.searchParams.set("expires", "99999999999999")),
      changed((copy) => copy.searchParams.delete("expires")),
      changed((copy) => copy.searchParams.delete("signature")),
      changed((copy) => copy.searchParams.set("signature", "x")),
      changed((copy) => copy.searchParams.append("signature", "x")),
      changed((copy) => {
        copy.pathname = "/files/..%2f..%2fhandoff.db/cat.png";
      }),
    ];
    for (const forgery of forgeries) {
      const response = await fetch(forgery);
      expect(response.status, forgery.href).toBe(403);
      expect(await response.json()).toMatchObject({ error: { message: expect.any(String) } });
    }
  });

  test("signed with another secret opens nothing", async () => {
    const attachment = await cabinet.keep(samples.png);
    const stranger = await openCabinet({ secret: "another secret, just as long as ours" });
    const { pathname, search } = new URL(stranger.files.view(attachment).url);
    await stranger.close();
    const response = await fetch(new URL(pathname + search, cabinet.files.view(attachment).url));
    expect(response.status).toBe(403);
  });

  test("to a file nobody knows says so", async () => {
    const response = await opened({ id: "gone", name: "a.png", mime: "image/png", size: 1 });
    expect(response.status).toBe(404);
  });

  test.each([
    "Rechnung – März 50 %.pdf",
    'a"b;c.txt',
    "..hidden",
    "漢字.png",
    "a#b?c&d.txt",
    "100%25.txt",
  ])("works for a file named %s, which is saved under that name", async (name) => {
    const attachment = await cabinet.keep("text", { name });
    const response = await opened(attachment);
    expect(response.status).toBe(200);
    expect(savedAs(response)).toBe(name);
  });
});

describe("what a browser may do with a file", () => {
  test.each([
    ["cat.png", samples.png, "image/png"],
    ["cat.jpg", samples.jpeg, "image/jpeg"],
    ["cat.gif", samples.gif, "image/gif"],
    ["cat.webp", samples.webp, "image/webp"],
    ["cat.avif", samples.avif, "image/avif"],
  ])("%s is shown in the page", async (name, content, mime) => {
    const attachment = await cabinet.keep(content, { name });
    expect(cabinet.files.view(attachment).isImage).toBe(true);
    const { headers } = await opened(attachment);
    expect(headers.get("content-type")).toBe(mime);
    expect(headers.get("content-disposition")).toMatch(/^inline/);
  });

  test.each([
    ["page.html", samples.html, "text/html"],
    ["page.png", samples.html, "image/png"],
    ["picture.svg", samples.svg, "image/svg+xml"],
    ["picture.svg", samples.xmlSvg, "image/svg+xml"],
    ["page.xhtml", samples.xmlSvg, "application/xhtml+xml"],
    ["script.js", "alert(1)", "text/javascript"],
    ["style.css", "body{display:none}", "text/css"],
  ])("%s never becomes part of a page, whatever it is called", async (name, content, mime) => {
    const attachment = await cabinet.keep(content, { name, mime });
    expect(cabinet.files.view(attachment).isImage).toBe(false);
    const { headers } = await opened(attachment);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  });

  test("a PDF is saved, under its own type", async () => {
    const { headers } = await opened(await cabinet.keep(samples.pdf, { name: "bill.pdf" }));
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toBe("attachment; filename=bill.pdf");
  });
});

describe("a part of a file", () => {
  const text = "0123456789".repeat(100);

  test("is given alone", async () => {
    const response = await opened(await cabinet.keep(text), { range: "bytes=995-" });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe("bytes 995-999/1000");
    expect(await response.text()).toBe("56789");
  });

  test("that does not exist is refused in words", async () => {
    const response = await opened(await cabinet.keep(text, { name: "a.txt" }), { range: "bytes=2000-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe("bytes */1000");
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining("shorter") } });
  });

  test("that has not changed is not sent again", async () => {
    const attachment = await cabinet.keep(text);
    const etag = (await opened(attachment)).headers.get("etag") ?? "";
    const { url } = cabinet.files.view(attachment);
    expect(await statusOf(new URL(url), { headers: { "if-none-match": etag } })).toBe(304);
  });
});

test("a path that climbs out of the folder leads nowhere", async () => {
  const url = new URL(cabinet.files.view(await cabinet.keep("x")).url);
  for (const path of ["/files/../../handoff.db", "/files/..%2f..%2fhandoff.db/a", "/files/%2e%2e/secret"])
    expect([403, 404]).toContain(await statusOf(url, { path }));
});

/** Asked for by nothing that tidies the path or adds headers, as `fetch` does. */
async function statusOf(url: URL, options: RequestOptions): Promise<number | undefined> {
  const asked = request(url, options).end();
  const [response]: IncomingMessage[] = await once(asked, "response");
  response?.resume();
  return response?.statusCode;
}

/** The name a browser would save it under: the exact one, or the simple one where there is no other. */
function savedAs(response: Response): string {
  const disposition = response.headers.get("content-disposition") ?? "";
  const exact = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  if (exact) return decodeURIComponent(exact);
  const simple = /filename=(?:"((?:[^"\\]|\\.)*)"|([^;]+))/.exec(disposition);
  return (simple?.[1]?.replaceAll(/\\(.)/g, "$1") ?? simple?.[2]) || "";
}
