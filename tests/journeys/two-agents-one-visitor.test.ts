import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personWrites } from "../../src/channels/widget/protocol.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { patienceMs, waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";
import type { Visitor } from "../support/visitor.ts";

describeInBrowser("two agents and a visitor at once", () => {
  let running: Running;
  let chromium: Browser;
  let ana: Page;
  let ben: Page;
  let visitor: Visitor;

  beforeAll(async () => {
    running = await startRunning();
    await running.app.settings.change(
      { savedReplies: [{ name: "Return label", text: "Hi {visitor}, here is your label. Best, {agent}" }] },
      "Ana",
    );
    chromium = await launchChromium();
    const invited = { name: "Ben", email: "ben@example.com", role: "agent" } as const;
    const { link } = await running.app.team.invite({ ...invited, siteKeys: [] });
    const token = new URL(link).searchParams.get("token") ?? "";
    await running.app.team.join({ token, name: "Ben", password: "a long enough password" });

    visitor = await running.visitor();
    await visitor.says("Where is parcel 1201?");
    await visitor.asksForPerson();
    [ana, ben] = await Promise.all([
      signedIn("admin@example.com", "correct horse battery"),
      signedIn("ben@example.com", "a long enough password"),
    ]);
  });

  afterAll(async () => {
    await chromium?.close();
    await running?.stop();
  });

  async function signedIn(email: string, password: string): Promise<Page> {
    const page = await (await chromium.newContext()).newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(`${running.url}/inbox`);
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("list", { name: "Conversations" }).getByRole("link").first().click();
    await log(page).getByText("Where is parcel 1201?").waitFor();
    return page;
  }

  const log = (page: Page) => page.getByRole("log");
  const box = (page: Page) => page.getByRole("textbox", { name: "Reply" });
  const send = (page: Page) => page.getByRole("button", { name: "Send" }).click();

  test("each sees that the other looks, and that they and the visitor write", async () => {
    await ana.getByRole("list", { name: "Also looking" }).getByText("Ben is looking").waitFor();
    await box(ben).pressSequentially("It is");
    await ana.getByRole("list", { name: "Also looking" }).getByText("Ben is writing").waitFor();
    visitor.send({ type: "typing" });
    await Promise.all([ana, ben].map((page) => page.getByText("is writing…").waitFor()));
  });

  test("the visitor learns that a person writes an answer and stops, and of no note", async () => {
    const last = () => visitor.frames.findLast((frame) => frame.type === "writing")?.text;
    await visitor.until(() => last() === personWrites);
    await box(ben).fill("");
    await visitor.until(() => last() === "");
    await box(ben).pressSequentially("It is");
    await visitor.until(() => last() === personWrites);
    const typed = () =>
      visitor.frames.filter((frame) => frame.type === "writing" && frame.text === personWrites).length;
    const before = typed();
    await ana.getByRole("switch", { name: "Note" }).check();
    await box(ana).fill("He is impatient");
    await send(ana);
    await log(ben).getByRole("article", { name: "Note by Admin" }).waitFor();
    expect(typed()).toBe(before);
    expect(JSON.stringify(visitor.frames)).not.toContain("impatient");
    await ana.getByRole("switch", { name: "Note" }).uncheck();
  });

  test("who was slower is told before sending, and is not kept from it", async () => {
    await box(ana).fill("Parcel 1201 is in Berlin.");
    await box(ben).fill("It is on its way to you.");
    await send(ben);
    await visitor.hears("It is on its way to you.");
    await ana.getByText("Ben has just answered: “It is on its way to you.”").waitFor();
    await send(ana);
    await ana.getByText("Press Send once more").waitFor();
    expect(visitor.log.join()).not.toContain("Berlin");
    expect(await box(ana).inputValue()).toBe("Parcel 1201 is in Berlin.");
    await send(ana);
    await visitor.hears("Parcel 1201 is in Berlin.");
  });

  test("a file from the inbox reaches the visitor and the thread in Slack, with words from a saved reply", async () => {
    await ben.locator("input[type=file]").setInputFiles({
      ...{ name: "label.txt", mimeType: "text/plain", buffer: Buffer.from("the label") },
    });
    await ben.getByRole("button", { name: "Remove label.txt" }).waitFor();
    await box(ben).pressSequentially("/lab");
    await ben.getByRole("option", { name: "Return label" }).waitFor();
    await box(ben).press("Enter");
    expect(await box(ben).inputValue()).toBe("Hi, here is your label. Best, Ben");
    await send(ben);
    const file = await visitor.until(() =>
      visitor.shown
        .flatMap((line) => (line.type === "message" ? (line.files ?? []) : []))
        .find(({ name }) => name === "label.txt"),
    );
    expect(await (await fetch(file.url)).text()).toBe("the label");
    await log(ana).getByRole("link", { name: "label.txt" }).waitFor();
    const thread = () => JSON.stringify(running.slack.threads("support").map(({ replies }) => replies));
    await waitFor(() => expect(thread()).toContain("label.txt"));
  });

  test("a conversation given to a colleague is theirs everywhere, and they are told wherever they are", async () => {
    await ben.getByRole("link", { name: "Analytics" }).click();
    await ana.getByRole("button", { name: "Assign" }).click();
    await ana.getByRole("menuitem", { name: "Admin (you)" }).click();
    await log(ana).getByText("Admin took over").waitFor();
    await ana.getByRole("button", { name: "Assign" }).click();
    await ana.getByRole("menuitem", { name: "Ben" }).click();
    await ben.getByText(/^Admin assigned .+ to you\.$/).waitFor();
    await ben.getByRole("button", { name: "Open" }).click();
    await log(ben).getByText("Admin assigned it to Ben").waitFor();
    await visitor.hears("Ben answers you from here on.");
    const thread = () => JSON.stringify(running.slack.threads("support"));
    await waitFor(() => expect(thread()).toContain("Admin assigned it to Ben."));
  });

  test("the thread in Slack is one click away", async () => {
    const link = ben.getByRole("link", { name: "Open in Slack" });
    await link.waitFor();
    const path = (await link.getAttribute("href")) ?? "";
    const status = await ben.evaluate(async (to) => (await fetch(to, { redirect: "manual" })).type, path);
    expect(status).toBe("opaqueredirect");
  });

  test("by keys alone: out of the box, hand back, undo, close and on to the next", async () => {
    const other = await running.visitor();
    await other.says("A second question");
    await other.asksForPerson();
    await box(ben).focus();
    await ben.keyboard.press("h");
    expect(await box(ben).inputValue()).toBe("h");
    await box(ben).fill("");
    await ben.keyboard.press("Escape");
    await ben.keyboard.press("h");
    await log(ben).getByText("Ben handed back to the assistant").waitFor();
    await ben.getByRole("button", { name: "Undo" }).click();
    await log(ben).getByText("Ben claimed").waitFor();
    await ben.keyboard.press("?");
    await ben.getByRole("heading", { name: "Keyboard" }).waitFor();
    await ben.keyboard.press("e");
    await ben.keyboard.press("Escape");
    await ben.getByRole("heading", { name: "Keyboard" }).waitFor({ state: "hidden" });
    expect(visitor.state?.status).toBe("agent");
    await ben.keyboard.press("k");
    await log(ben).getByText("A second question").waitFor();
    await ben.keyboard.press("e");
    await waitFor(() => expect(other.state?.status).toBe("closed"));
    await log(ben).getByText("Where is parcel 1201?").waitFor();
    await ben.keyboard.press("n");
    expect(await ben.getByRole("switch", { name: "Note" }).isChecked()).toBe(true);
  });
});
