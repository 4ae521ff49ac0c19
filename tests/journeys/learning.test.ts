import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { type GeminiRequest, gemini, startGemini } from "../support/gemini.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let running: Running;
let server: Awaited<ReturnType<typeof startGemini>>;
let inbox: Browser;
let lesson: unknown = { lessons: [] };

beforeAll(async () => {
  server = await startGemini();
  server.answers((response, asked) => {
    const answer = isLearning(asked) ? gemini.results(lesson) : gemini.says("[unknown]");
    answer(response);
  });
  running = await startRunning({
    environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: server.url },
  });
  await running.slackIsOn();
  inbox = openBrowser(running);
  expect((await inbox.signIn("admin@example.com", "correct horse battery")).status).toBe(200);
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

const isLearning = ({ body }: GeminiRequest) =>
  JSON.stringify(body.systemInstruction ?? "").includes("at most one question and its answer");
const ana = () => running.slack.as("ana");
const ben = () => running.slack.as("ben");
const channel = () => running.slack.channelId("support");
const knowledge = async () => (await inbox.get("/api/knowledge")).body;

/** A visitor who asked for a person, was answered in the thread, and whose conversation was closed. */
async function answered(question: string, answer: string) {
  const visitor = await running.visitor();
  await visitor.says(question);
  await visitor.asksForPerson();
  const threadOf = () =>
    running.slack.threads("support").find((thread) => JSON.stringify(thread).includes(question));
  const { ts } = await waitFor(() => {
    const thread = threadOf();
    if (!thread) throw new Error("There is no thread yet.");
    return thread;
  });
  const address = { channel: channel(), ts };
  await ana().reply(address, answer);
  await visitor.hears(answer);
  await ana().click(address, "Close");
  return { visitor, threadOf };
}

const postsWith = (thread: { replies: unknown[] } | undefined, words: string) =>
  (thread?.replies ?? []).filter((reply) => JSON.stringify(reply).includes(words)) as {
    ts: string;
    text: string;
    blocks?: unknown[];
  }[];

const onePost = (threadOf: () => { replies: unknown[] } | undefined, words: string) =>
  waitFor(() => {
    const posts = postsWith(threadOf(), words);
    expect(posts, JSON.stringify(threadOf()?.replies.map((r) => (r as { text: string }).text))).toHaveLength(
      1,
    );
    const [post] = posts;
    if (!post) throw new Error("unreachable");
    return post;
  });

describe("a closed handoff", () => {
  test("is proposed as an answer in its thread; approved there, the assistant gives it from then on", async () => {
    lesson = { lessons: [{ question: "Do you ship to Malta?", answer: "Yes, to Malta within a week." }] };
    const { threadOf } = await answered("Can my parcel AB-4711 go to Malta?", "Yes, within a week");
    const post = await onePost(threadOf, "Do you ship to Malta?");
    expect(post.text).toBe("Shall the assistant answer this by itself next time?");
    expect((await knowledge()).proposals).toMatchObject([
      { kind: "answer", question: "Do you ship to Malta?" },
    ]);

    expect(await ana().click({ channel: channel(), ts: post.ts }, "Approve")).toEqual({});
    await onePost(threadOf, "Approved by Ana: the assistant answers this from now on.");
    expect(JSON.stringify(postsWith(threadOf(), "Malta?").at(-1)?.blocks)).not.toContain("actions");
    const { articles, proposals } = await knowledge();
    expect(proposals).toEqual([]);
    expect(articles).toMatchObject([{ kind: "answer", title: "Do you ship to Malta?", by: "Ana" }]);
    expect((await inbox.get("/api/settings")).body.changes[0]).toMatchObject({
      ...{ key: "knowledge answer of default: Do you ship to Malta?", by: "Ana" },
    });

    const [asked] = server.requests.filter(isLearning);
    const material = JSON.stringify(asked?.body.contents);
    expect(material).toContain("Yes, within a week");
    expect(material).not.toContain("4711");

    const next = await running.visitor();
    await next.says("Do you deliver to Malta?");
    await waitFor(() =>
      expect(server.requests.map(({ body }) => JSON.stringify(body.systemInstruction))).toContainEqual(
        expect.stringContaining("Yes, to Malta within a week."),
      ),
    );
  });

  test("is decided by the first who does; who comes second learns who that was", async () => {
    lesson = { lessons: [{ question: "Are the bags waterproof?", answer: "All of them are." }] };
    const { threadOf } = await answered("Is the bag I saw waterproof?", "It is, like all");
    const { ts } = await onePost(threadOf, "Are the bags waterproof?");
    await Promise.all([
      ana().click({ channel: channel(), ts }, "Approve"),
      ben().click({ channel: channel(), ts }, "Reject"),
    ]);
    const told = await waitFor(() => {
      const words = [...ana().inbox(), ...ben().inbox()].map(({ text = "" }) => text);
      const late = words.filter((text) => /has already (approved|rejected) this\.$/.test(text));
      expect(late).toHaveLength(1);
      return late.join();
    });
    const isApproved = told.includes("approved");
    await onePost(threadOf, isApproved ? "Approved by Ana" : "Rejected by Ben");
    const { body } = await inbox.get("/api/knowledge/search?question=waterproof");
    expect(body.passages).toHaveLength(isApproved ? 1 : 0);
  });

  test("stands in its thread once, though Slack's answer to the post got lost", async () => {
    lesson = { lessons: [{ question: "Do you repair umbrellas?", answer: "Yes, all of them." }] };
    const visitor = await running.visitor();
    await visitor.says("Can you repair my umbrella?");
    await visitor.asksForPerson();
    const threadOf = () =>
      running.slack.threads("support").find((thread) => JSON.stringify(thread).includes("my umbrella"));
    const { ts } = await waitFor(() => {
      const thread = threadOf();
      if (!thread) throw new Error("There is no thread yet.");
      return thread;
    });
    await ana().reply({ channel: channel(), ts }, "We can");
    await visitor.hears("We can");
    await running.app.relay.idle();
    running.slack.trouble.fail("chat.postMessage", { lostResponse: true });
    await ana().click({ channel: channel(), ts }, "Close");
    const [lane] = await waitFor(async () => {
      const [proposal] = (await knowledge()).proposals;
      const place = await running.app.storage.threads.find("slack-lessons", proposal.id);
      expect(place).toBeTruthy();
      return [place];
    });
    const { ts: posted } = await onePost(threadOf, "Do you repair umbrellas?");
    expect(lane).toContain(posted);
    await ana().click({ channel: channel(), ts: posted }, "Reject");
    await onePost(threadOf, "Rejected by Ana");
  });

  test("is put into better words in a dialog", async () => {
    lesson = { lessons: [{ question: "Is there a gift wrap?", answer: "Yes." }] };
    const { threadOf } = await answered("Could you wrap it as a gift?", "We can, for 2 €");
    const post = await onePost(threadOf, "Is there a gift wrap?");
    await ana().click({ channel: channel(), ts: post.ts }, "Edit");
    await waitFor(() => expect(ana().view()?.submit).toBeTruthy());
    expect(await ana().submit({ Answer: "Yes, for 2 €." })).toEqual({});
    await onePost(threadOf, "Yes, for 2 €.");
    const { body } = await inbox.get("/api/knowledge/search?question=gift%20wrap");
    expect(body.passages[0]).toMatchObject({ title: "Is there a gift wrap?", text: "Yes, for 2 €." });
  });

  test("is rejected in the inbox, and its thread says by whom", async () => {
    lesson = { lessons: [{ question: "Who founded the shop?", answer: "Hans." }] };
    const { threadOf } = await answered("Who founded your company?", "That was Hans");
    await onePost(threadOf, "Who founded the shop?");
    const [proposal] = (await knowledge()).proposals;
    expect((await inbox.post(`/api/knowledge/proposals/${proposal.id}/reject`)).status).toBe(200);
    await onePost(threadOf, "Rejected by Admin");
    const again = await inbox.post(`/api/knowledge/proposals/${proposal.id}/approve`, {
      ...{ question: "Who founded the shop?", answer: "Hans." },
    });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(/has already rejected this\.$/);
  });

  test.each([
    ["an email address", "Write to hans@shop.example."],
    ["a telephone number", "Call +49 30 1234567."],
    ["an order's number", "Order 10293847 is on its way."],
    ["the agent's name", "Ask for Ana at the desk."],
  ])("teaches nothing that holds %s", async (_, answer) => {
    lesson = { lessons: [{ question: "How do I reach you?", answer }] };
    const before = server.requests.filter(isLearning).length;
    const { threadOf } = await answered(`How do I reach you, ${answer.length}?`, "As ever");
    await waitFor(() => expect(server.requests.filter(isLearning).length).toBeGreaterThan(before));
    await running.app.relay.idle();
    expect((await knowledge()).proposals).toEqual([]);
    expect(postsWith(threadOf(), "Shall the assistant")).toEqual([]);
  });
});

describe("a phrase that made visitors ask for people by hand", () => {
  test("is proposed as a trigger once three have written it, and approved it hands over at once", async () => {
    lesson = { lessons: [] };
    const phrase = "my zipper broke again";
    for (const said of [
      "My zipper broke again",
      "my zipper   broke again!",
      "Hello. My zipper broke again.",
    ]) {
      const visitor = await running.visitor();
      await visitor.says(said);
      await visitor.asksForPerson();
      await waitFor(async () => expect((await running.app.storage.lanes.depth()).length).toBeGreaterThan(0));
      await running.app.relay.idle();
    }
    const threadOf = () =>
      running.slack.threads("support").find((thread) => JSON.stringify(thread).includes("Hello. My zipper"));
    const post = await onePost(threadOf, "Several visitors wrote this");
    expect((await knowledge()).proposals).toMatchObject([{ kind: "trigger", question: phrase }]);

    await ben().click({ channel: channel(), ts: post.ts }, "Approve");
    expect((await knowledge()).proposals).toHaveLength(1);
    expect(ben().inbox().at(-1)?.text).toContain("Only workspace admins and owners");

    await ana().click({ channel: channel(), ts: post.ts }, "Approve");
    await onePost(threadOf, "Approved by Ana: whoever writes this is handed to people at once.");
    expect((await inbox.get("/api/settings")).body.settings.triggerPhrases).toEqual([phrase]);
    expect((await inbox.get("/api/settings")).body.changes[0]).toMatchObject({
      key: "triggerPhrases",
      by: "Ana",
    });

    const next = await running.visitor();
    await next.says("Oh no, my zipper broke again");
    await next.hears("Connecting you with a team member");
  });
});
