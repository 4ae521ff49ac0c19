import { afterAll, beforeAll, expect, test } from "vitest";
import { createGemini } from "../../src/assistant/models/gemini.ts";
import { watched } from "../../src/assistant/watched.ts";
import { gemini, startGemini } from "../support/gemini.ts";

let server: Awaited<ReturnType<typeof startGemini>>;
beforeAll(async () => {
  server = await startGemini();
});
afterAll(() => server.stop());

const begin = () => watched(createGemini({ apiKey: "k", model: "gone-1", apiUrl: server.url }));
const question = {
  instructions: "Be kind.",
  turns: [{ from: "visitor" as const, text: "Hi" }],
  timeoutMs: 2_000,
};

test.each([
  ["a model that is gone", gemini.fails(404), "GEMINI_MODEL"],
  ["a wrong key", gemini.fails(400, "API key not valid."), "GEMINI_API_KEY"],
  ["a key that is refused", gemini.fails(403), "GEMINI_API_KEY"],
])("%s is told at once, with what to set, until it answers again", async (_what, answer, variable) => {
  const model = begin();
  expect(model.health()).toEqual({ state: "on", detail: "Gemini (gone-1)" });
  server.answers(answer, gemini.says("Hello!"));
  await expect(model.reply(question)).rejects.toThrow();
  expect(model.health()).toMatchObject({ state: "broken", detail: expect.stringContaining(variable) });
  await model.reply(question);
  expect(model.health()).toMatchObject({ state: "on" });
});

test("trouble that may pass is told when it does not", async () => {
  const model = begin();
  server.answers(gemini.fails(503));
  const states = [];
  for (let count = 1; count <= 3; count++) {
    await model.reply(question).catch(() => {});
    states.push(model.health().state);
  }
  expect(states).toEqual(["on", "on", "broken"]);
  expect(model.health().detail).toContain("503");
});

test("neither what is blocked nor what nobody waited for says anything about the model", async () => {
  const model = begin();
  server.answers(gemini.blocked);
  for (let count = 1; count <= 3; count++) await model.reply(question).catch(() => {});
  for (let count = 1; count <= 3; count++)
    await model.reply({ ...question, signal: AbortSignal.abort() }).catch(() => {});
  expect(model.health()).toMatchObject({ state: "on" });
});
