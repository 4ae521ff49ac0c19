import { afterAll, beforeAll, expect, test } from "vitest";
import { startGeminiByTask } from "../assistant/support/gemini-by-task.ts";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { gemini } from "../support/gemini.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let model: Awaited<ReturnType<typeof startGeminiByTask>>;
let running: Running;
beforeAll(async () => {
  model = await startGeminiByTask();
  running = await startRunning({ environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: model.url } });
  await running.slackIsOn();
});
afterAll(async () => {
  await running.stop();
  await model.stop();
});

const thread = () => {
  const [only] = running.slack.threads("support");
  if (!only) throw new Error("There is no thread.");
  return only;
};
const cardSays = (words: string) => waitFor(() => expect(JSON.stringify(thread().blocks)).toContain(words));

test("from the handoff to the hand back, the assistant works for the team and the visitor sees none of it", async () => {
  model.answers.reply = gemini.says("I cannot look parcels up.");
  const visitor = await running.visitor();
  await visitor.says("Wo bleibt mein Paket? Ich bin Gold-Kundin.");
  await visitor.hears("I cannot look parcels up.");
  await visitor.says("I want to talk to a human");
  await visitor.hears("Connecting you");
  await cardSays("A parcel is late.");

  const [ana, ben] = [running.slack.as("ana"), running.slack.as("ben")];
  await ana.click(thread(), "Send");
  await visitor.hears("Ich sehe gleich nach.");
  await cardSays("Sent by Ana");

  await ben.reply(thread(), "note: @assistant say sorry, she is a gold customer");
  const draft = await waitFor(() => {
    const found = thread().replies.find(({ blocks }) => JSON.stringify(blocks).includes("draft for Ben"));
    if (!found) throw new Error("There is no draft.");
    return found;
  });
  await ben.click(draft, "Edit");
  await waitFor(() => expect(ben.view()?.submit).toBeTruthy());
  await ben.submit({ Reply: "Dear Ada, we are very sorry." });
  await visitor.hears("Dear Ada, we are very sorry.");

  await ana.click(thread(), "Hand back to assistant");
  await visitor.hears("You are with the assistant again.");
  await waitFor(() => expect(JSON.stringify(thread().replies)).toContain("Ana promised a refund."));
  model.answers.reply = gemini.says("Have a good day.");
  await visitor.says("Thanks!");
  await visitor.hears("Have a good day.");
  expect(visitor.state?.status).toBe("assistant");

  const asked = model.requestsFor("reply").at(-1)?.body.contents.at(-2)?.parts.at(-1)?.text;
  expect(asked).toContain(
    "Ana has handed the conversation back to you. What was decided: Ana promised a refund.",
  );
  expect(JSON.stringify(model.requestsFor("reply"))).not.toContain("gold customer");

  const secrets =
    /A parcel is late|Which order is it|upset|draft for|gold customer|promised a refund|suggestion/;
  expect(JSON.stringify(visitor.frames)).not.toMatch(secrets);
  const again = await running.visitor(visitor.token);
  await again.hears("Have a good day.");
  expect(JSON.stringify(again.frames)).not.toMatch(secrets);
  expect(again.log).toEqual([
    "visitor: Wo bleibt mein Paket? Ich bin Gold-Kundin.",
    "assistant: I cannot look parcels up.",
    "visitor: I want to talk to a human",
    expect.stringMatching(/^– Connecting you/),
    "Ana: Ich sehe gleich nach.",
    "Ben: Dear Ada, we are very sorry.",
    "– You are with the assistant again.",
    "visitor: Thanks!",
    "assistant: Have a good day.",
  ]);

  const inbox = openBrowser(running);
  await inbox.signIn("admin@example.com", "correct horse battery");
  const { text: exported } = await inbox.get("/api/export.csv");
  expect(exported).toContain("Dear Ada, we are very sorry.");
  expect(exported).not.toMatch(/A parcel is late|Which order is it|promised a refund/);
});
