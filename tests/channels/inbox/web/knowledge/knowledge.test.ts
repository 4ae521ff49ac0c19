import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onThisMachine, openWebsite, website } from "../../../../knowledge/support/website.ts";
import { describeInBrowser } from "../../../../support/chromium.ts";
import { builtWeb } from "../../support/built-web.ts";
import { eventually, signIn } from "../../support/desk.ts";
import { eachInWindow } from "../../support/each-in-window.ts";
import { admin, type InboxServer, openInboxServer } from "../../support/inbox-server.ts";
import { violations } from "../../support/violations.ts";
import { visitorIn } from "../../support/visitors.ts";

describeInBrowser("the knowledge page", () => {
  let site: Awaited<ReturnType<typeof openWebsite>>;
  let server: InboxServer;
  let page: Page;

  beforeEach(async () => {
    site = await openWebsite();
    server = await openInboxServer({ firstAdmin: admin, webFolder: builtWeb, mayAsk: onThisMachine });
  });

  afterEach(async () => {
    await server.close();
    await site.close();
  });

  eachInWindow((opened) => {
    page = opened;
  });

  const open = () => signIn(page, server, "/inbox/settings/knowledge");
  const articles = () => page.getByRole("list", { name: "Knowledge" }).getByRole("listitem");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  const shipping = {
    kind: "answer",
    title: "What does shipping cost?",
    text: "Shipping costs €4.90.",
  } as const;
  const propose = (kind: "answer" | "trigger", question: string, conversationId = "c1") =>
    server.proposals.propose({
      ...{ kind, question, conversationId, origin: randomUUID(), siteKey: "default" },
      answer: kind === "answer" ? "Yes, within a week." : "",
    });

  test("begins empty, and a question with its answer is known at once", async () => {
    await open();
    await page.getByText("The assistant knows nothing yet").waitFor();
    await field("Question").fill("What does shipping cost?");
    await field("Answer").fill("Shipping costs €4.90.");
    await press("Add");
    await page.getByText("Added. The assistant knows it from now on.").waitFor();
    await articles().getByText("What does shipping cost?").waitFor();
    expect(await field("Question").inputValue()).toBe("");

    await field("A visitor's question").fill("How much is shipping?");
    await press("Search");
    const found = page.getByRole("list", { name: "What would be found" });
    await found.getByText("Shipping costs €4.90.").waitFor();
    await field("A visitor's question").fill("Who won the match?");
    await press("Search");
    await page.getByText("Nothing answers this. The assistant would say that it does not know").waitFor();
  });

  test("takes a pasted page, says what is wrong at its field, and changes and deletes it", async () => {
    await open();
    await tab("Paste a page");
    await field("Title").fill("Returns");
    await field("Text").fill("Within **30 days**.");
    await field("Address").fill("shop");
    await press("Add");
    await page.getByText("“shop” is no address.").waitFor();
    await field("Address").fill("https://shop.example/returns");
    await press("Add");
    await articles().getByText("Within 30 days .").or(articles().getByText("Within 30 days.")).waitFor();
    expect(await articles().getByRole("link").getAttribute("href")).toBe("https://shop.example/returns");

    await press("Edit Returns");
    const form = page.getByRole("form", { name: "Edit: Returns" });
    await form.getByRole("textbox", { name: "Text" }).fill("Within 60 days.");
    await form.getByRole("button", { name: "Save" }).click();
    await articles().getByText("Within 60 days.").waitFor();

    page.once("dialog", (dialog) => void dialog.dismiss());
    await press("Delete Returns");
    expect(await articles().count()).toBe(1);
    page.once("dialog", (dialog) => void dialog.accept());
    await press("Delete Returns");
    await page.getByText("The assistant knows nothing yet").waitFor();

    await page.goto(`${server.url}/inbox/settings`);
    const changes = page.getByRole("list", { name: "Latest changes" });
    await changes.getByText("Ana changed the knowledge: “Returns”").first().waitFor();
    expect(await changes.getByRole("listitem").count()).toBe(3);
  });

  test("takes several files, and says at each what became of it", async () => {
    await open();
    await tab("Upload files");
    const file = (name: string, text: string) => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
    await page
      .getByLabel("Files", { exact: true })
      .setInputFiles([
        file("returns.md", "# Returns\n\nWithin 30 days."),
        file("hours.txt", "From nine to five."),
        file("empty.md", " "),
        file("photo.png", "x"),
      ]);
    const fates = page.getByRole("status", { name: "Uploaded files" }).or(page.locator(".fates"));
    await fates.getByText("photo.png").waitFor();
    expect(await fates.first().innerText()).toBe(
      "returns.md: added.\nhours.txt: added.\nempty.md: There is nothing in it.\nphoto.png: Only .md and .txt files can be read.",
    );
    await eventually(() => articles().count()).toBe(2);
    expect((await server.knowledge.list()).map(({ title }) => title).toSorted()).toEqual([
      "Returns",
      "hours",
    ]);
  });

  test("fetches pages, shows how each one went without reloading, and fetches again", async () => {
    const text = "You may send back anything you bought within thirty days, unworn and with its label.";
    site.pages["/returns"] = website.markdown(`# Returns\n\n${text}`);
    await open();
    await tab("Web addresses");
    await field("Addresses").fill(`${site.url}/returns\n${site.url}/gone`);
    await press("Fetch");
    await articles().getByText("There is no such page (404). Check the address.").waitFor();
    await articles().getByText("You may send back anything").waitFor();

    site.pages["/returns"] = website.status(500);
    await press("Fetch again: Returns");
    await articles().getByText("The website answered with an error (500).").waitFor();
    await articles().getByText("is still used.").waitFor();
    site.pages["/returns"] = website.markdown("# Returns\n\nWithin sixty days, to any of our shops.");
    await press("Fetch again: Returns");
    await articles().getByText("Within sixty days").waitFor();
  });

  test("is searched by title, address and beginning", async () => {
    await server.knowledge.add(shipping, "Ana");
    await server.knowledge.add({ kind: "page", title: "Returns", text: "Within 30 days." }, "Ana");
    await open();
    const search = page.getByRole("searchbox", { name: "Search the knowledge" });
    await search.fill("within DAYS");
    await eventually(() => articles().count()).toBe(1);
    await search.fill("bicycle");
    await page.getByText("Nothing here has these words.").waitFor();
  });

  test("is kept for each site apart, where there are several", async () => {
    await server.sites.add({ key: "shop", name: "Shop" });
    await open();
    await field("Question").fill("What does shipping cost?");
    await field("Answer").fill("Shipping costs €4.90.");
    await page.getByRole("combobox", { name: "For" }).selectOption("Shop");
    await press("Add");
    await articles().getByText("Shop", { exact: true }).waitFor();
    await field("A visitor's question").fill("shipping");
    await press("Search");
    await page.getByText("Nothing answers this.").waitFor();
    await page.getByRole("combobox", { name: "On the site" }).selectOption("Shop");
    await press("Search");
    await page.getByRole("list", { name: "What would be found" }).waitFor();
  });

  test("shows what was learned with the settings' link counting it; it is approved, reworded or rejected", async () => {
    const conversationId = await visitorIn(server.conversations, "Maria").asksForAPerson();
    await propose("answer", "Do you ship to Malta?", conversationId);
    await propose("answer", "Do you ship to Crete?");
    await propose("answer", "Do you ship to Rhodes?");
    await propose("trigger", "my zipper broke again");
    await signIn(page, server, "/inbox/settings");
    await page.getByRole("link", { name: "Knowledge 4 to learn" }).click();

    const one = (question: string) => page.getByRole("article", { name: question });
    const link = one("Do you ship to Malta?").getByRole("link", { name: "The conversation" });
    expect(await link.getAttribute("href")).toBe(`/inbox/c/${conversationId}`);
    await one("Do you ship to Malta?").getByRole("button", { name: "Edit" }).click();
    const form = page.getByRole("form", { name: "Edit: Do you ship to Malta?" });
    await form.getByRole("textbox", { name: "Answer" }).fill("");
    await form.getByRole("textbox", { name: "Answer" }).fill("Yes, within five days.");
    await form.getByRole("button", { name: "Approve" }).click();
    await articles().getByText("Yes, within five days.").waitFor();

    const rejectedByBen = async (place: string) => {
      const proposal = (await server.proposals.open()).find(({ question }) => question.includes(place));
      await server.proposals.reject(proposal?.id ?? "", "Ben");
    };
    await rejectedByBen("Crete");
    await one("Do you ship to Crete?").waitFor({ state: "detached" });

    // A page that has not heard of it yet.
    await page.route("**/api/knowledge", (route) => route.abort());
    await rejectedByBen("Rhodes");
    await one("Do you ship to Rhodes?").getByRole("button", { name: "Approve" }).click();
    await page
      .getByRole("alert")
      .getByText("“Do you ship to Rhodes?”: Ben has already rejected this.")
      .waitFor();
    await page.unroute("**/api/knowledge");

    await one("my zipper broke again").getByRole("button", { name: "Approve" }).click();
    await one("my zipper broke again").waitFor({ state: "detached" });
    expect((await server.settings.current()).triggerPhrases).toEqual(["my zipper broke again"]);
    expect(await articles().count()).toBe(1);
  });

  test("that cannot be read says so, and is read again", async () => {
    await page.route("**/api/knowledge", (route) => route.abort());
    await open();
    await page.getByText("The knowledge could not be read").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/knowledge");
    await press("Try again");
    await page.getByText("The assistant knows nothing yet").waitFor();
  });

  test.each([
    "light",
    "dark",
  ] as const)("is accessible in %s colours, and holds on a phone", async (colorScheme) => {
    await server.sites.add({ key: "shop", name: "Shop" });
    await server.knowledge.add(shipping, "Ana");
    await server.knowledge.addPages([`${site.url}/${"a-very-long-address/".repeat(12)}`], undefined, "Ana");
    await server.knowledge.fetched();
    await propose("answer", "Do you ship to Malta?");
    await propose("trigger", "my zipper broke again");
    await page.emulateMedia({ colorScheme });
    await open();
    await field("A visitor's question").fill("shipping");
    await press("Search");
    await page.getByRole("list", { name: "What would be found" }).waitFor();
    for (const way of ["Question and answer", "Paste a page", "Upload files", "Web addresses"]) {
      await tab(way);
      expect(await violations(page), way).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
