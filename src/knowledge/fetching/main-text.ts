import { CannotFetch } from "./cannot-fetch.ts";
import type { Got } from "./get-page.ts";

export interface MainText {
  title: string;
  /** Markdown. */
  text: string;
}

/** What a page says, as Markdown: without its menus, banners and scripts. The libraries are loaded the first time. */
export async function mainText({ kind, text, url }: Got): Promise<MainText> {
  const read = kind === "html" ? await fromHtml(text, url) : { title: titleIn(text), text: text.trim() };
  if (read.text.length < 20)
    throw new CannotFetch(
      "There is hardly any text on the page. If it is put together in the browser, paste its text instead.",
    );
  return { ...read, title: read.title || new URL(url).pathname };
}

async function fromHtml(html: string, url: string): Promise<MainText> {
  const [{ parseHTML }, { Readability }, { default: Turndown }, { gfm }] = await Promise.all([
    import("linkedom"),
    import("@mozilla/readability"),
    import("turndown"),
    import("@joplin/turndown-plugin-gfm"),
  ]);
  const { document } = parseHTML(html);
  withWholeLinks(document, url);
  const title = document.querySelector("title")?.textContent?.trim() ?? "";
  const article = new Readability(document, { charThreshold: 200, keepClasses: false }).parse();

  const turndown = new Turndown({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" });
  turndown.use(gfm);
  turndown.remove(["script", "style", "noscript", "iframe", "form", "button"]);
  turndown.addRule("no-pictures", { filter: ["img", "picture", "video"], replacement: () => "" });
  const content = article?.content ?? String(document.body ?? "");
  const heading = article?.title?.trim() || title;
  return { title: heading, text: withoutEmptyLinks(turndown.turndown(content)) };
}

/** A link is of no use without the page it stood on. */
function withWholeLinks(document: Document, url: string): void {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    const whole = URL.canParse(href, url) ? new URL(href, url) : undefined;
    if (whole && /^https?:$/.test(whole.protocol)) link.setAttribute("href", whole.href);
    else link.removeAttribute("href");
  }
}

const withoutEmptyLinks = (markdown: string) =>
  markdown
    .replaceAll(/\[\s*\]\([^)]*\)/g, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

const titleIn = (markdown: string) => /^#\s+(.+)$/m.exec(markdown)?.[1]?.trim() ?? "";
