import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createGetPage } from "../../src/knowledge/fetching/get-page.ts";
import { mainText } from "../../src/knowledge/fetching/main-text.ts";
import { isPublicAddress } from "../../src/knowledge/fetching/public-addresses.ts";
import { onThisMachine, openWebsite, website } from "./support/website.ts";

const limits = { timeoutMs: 400, maxBytes: 10_000, maxRedirects: 3 };
const pages = createGetPage(onThisMachine, limits);
let site: Awaited<ReturnType<typeof openWebsite>>;

beforeAll(async () => {
  site = await openWebsite();
});
afterEach(() => {
  site.asked.length = 0;
});
afterAll(async () => {
  await pages.close();
  await site.close();
});

const at = (path: string, answer: (typeof site.pages)[string]) => {
  site.pages[path] = answer;
  return pages.get(site.url + path);
};

describe("only public websites are asked", () => {
  const outside = createGetPage(isPublicAddress, limits);
  afterAll(() => outside.close());

  test.each([
    ["127.0.0.1"],
    ["localhost"],
    ["2130706433"],
    ["0x7f.1"],
    ["0177.0.0.1"],
    ["0.0.0.0"],
    ["[::1]"],
    ["[::]"],
    ["[::ffff:127.0.0.1]"],
    ["[::ffff:7f00:1]"],
    ["127.1"],
  ])("a name of this machine is refused: %s", async (host) => {
    await expect(outside.get(`http://${host}:${site.port}/`)).rejects.toThrow(
      "is not on the public internet",
    );
    expect(site.asked).toEqual([]);
  });

  test.each([
    ["10.0.0.7"],
    ["172.16.3.4"],
    ["192.168.1.1"],
    ["169.254.169.254"],
    ["100.64.0.1"],
    ["224.0.0.1"],
    ["255.255.255.255"],
    ["198.18.0.1"],
    ["192.0.2.1"],
    ["fe80::1"],
    ["fc00::1"],
    ["fd12:3456::1"],
    ["ff02::1"],
    ["64:ff9b::a00:7"],
    ["2002:a00:7::"],
    ["2001:db8::1"],
    ["nonsense"],
    [""],
  ])("%s is no public address", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each([["93.184.215.14"], ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"]])("%s is one", (address) =>
    expect(isPublicAddress(address)).toBe(true));

  test("a public page that sends on to a private address gets nowhere", async () => {
    await expect(at("/sly", website.to(`http://127.0.0.2:${site.port}/secret`))).rejects.toThrow(
      "127.0.0.2 is not on the public internet",
    );
    await expect(at("/sly", website.to(`http://[::1]:${site.port}/secret`))).rejects.toThrow(
      "::1 is not on the public internet",
    );
    expect(site.asked).toEqual(["/sly", "/sly"]);
  });

  test.each([
    ["file:///etc/passwd"],
    ["ftp://example.com/"],
    ["http://user:secret@example.com/"],
    ["javascript:alert(1)"],
    ["nonsense"],
  ])("%s is no web address", async (address) => {
    await expect(outside.get(address)).rejects.toThrow("Only addresses that begin with http");
  });

  test("nor may a redirect leave the web", async () => {
    await expect(at("/out", website.to("file:///etc/passwd"))).rejects.toThrow("Only addresses that begin");
  });
});

describe("what is got", () => {
  test("has the address it ended at", async () => {
    site.pages["/new"] = website.html("<p>Hello</p>");
    expect(await at("/old", website.to("/new"))).toEqual({
      url: `${site.url}/new`,
      kind: "html",
      text: "<p>Hello</p>",
    });
  });

  test("is unpacked, and decoded as the website says", async () => {
    const packed = website.html(gzipSync("<p>Grüße</p>"), { "content-encoding": "gzip" });
    expect((await at("/packed", packed)).text).toBe("<p>Grüße</p>");
    expect((await at("/latin", website.text(Buffer.from("Gr\xfc\xdfe", "latin1")))).text).toBe("Grüße");
  });
});

describe("each failure is told in words", () => {
  test.each([
    [404, "There is no such page (404). Check the address."],
    [403, "The page may not be read without signing in, or by programs (403). Paste its text instead."],
    [429, "The website asks to be read more slowly (429). Try again later."],
    [500, "The website answered with an error (500). Try again later."],
  ])("a status of %i", async (status, words) => {
    await expect(at("/status", website.status(status))).rejects.toThrow(words);
  });

  test("something else than text", async () => {
    await expect(at("/film", website.typed("video/mp4"))).rejects.toThrow(
      "This is no page of text (video/mp4). Only HTML, Markdown and plain text can be read.",
    );
  });

  test("too much of it, also when it came packed", async () => {
    const large = "x".repeat(limits.maxBytes + 1);
    const words = "The page has more than 0 MB. Paste the part that matters instead.";
    await expect(at("/large", website.html(large))).rejects.toThrow(words);
    const packed = website.html(gzipSync(large), { "content-encoding": "gzip" });
    await expect(at("/bomb", packed)).rejects.toThrow(words);
  });

  test("silence", async () => {
    await expect(at("/hangs", website.hangs)).rejects.toThrow("did not answer within 0.4 seconds");
  });

  test("going round in circles", async () => {
    await expect(at("/circle", website.to("/circle"))).rejects.toThrow("sends on more than 3 times");
    expect(site.asked).toHaveLength(limits.maxRedirects + 1);
  });

  test("nobody there", async () => {
    const gone = await openWebsite();
    await gone.close();
    await expect(pages.get(gone.url)).rejects.toThrow(
      "could not be reached (ECONNREFUSED). Check the address.",
    );
    await expect(pages.get("http://nowhere.invalid/")).rejects.toThrow(/nowhere\.invalid/);
  });
});

describe("the main text of a page", () => {
  const read = (text: string, kind: "html" | "markdown" | "text" = "html") =>
    mainText({ kind, text, url: "https://shop.example/help/returns" });

  test("is what it is about, without menus, scripts and pictures, as Markdown", async () => {
    const paragraph = "You may send back anything you bought within thirty days, unworn and with its label. ";
    const { title, text } = await read(`<!doctype html><html><head><title>Returns – Shop</title>
      <script>alert("never")</script><style>p { color: red }</style></head><body>
      <nav><a href="/">Home</a><a href="/cart">Cart</a></nav>
      <main><article><h1>Returns</h1><p>${paragraph.repeat(3)}See <a href="../shipping">shipping</a>.</p>
      <h2>Costs</h2><table><thead><tr><th>Country</th><th>Price</th></tr></thead>
      <tbody><tr><td>Austria</td><td>€8.90</td></tr></tbody></table>
      <p><img src="x.png" alt="a label">${paragraph}</p></article></main>
      <footer>© Shop · Imprint</footer></body></html>`);
    expect(title).toContain("Returns");
    expect(text).toContain("within thirty days");
    expect(text).toContain("## Costs");
    expect(text).toMatch(/\| Austria \| €8\.90 \|/);
    expect(text).toContain("[shipping](https://shop.example/shipping)");
    for (const noise of ["alert", "Cart", "Imprint", "x.png", "color"]) expect(text).not.toContain(noise);
  });

  test("of Markdown is the text itself, and its first heading the title", async () => {
    const markdown = "# Returns\n\nWithin thirty days, to any shop.";
    expect(await read(markdown, "markdown")).toEqual({ title: "Returns", text: markdown });
  });

  test("of plain text has the address for a title", async () => {
    expect((await read("Within thirty days, to any shop.", "text")).title).toBe("/help/returns");
  });

  test("of a page that is put together in the browser is missing, which is said", async () => {
    await expect(
      read('<html><body><div id="app"></div><script src="app.js"></script></body></html>'),
    ).rejects.toThrow("There is hardly any text on the page.");
  });
});
