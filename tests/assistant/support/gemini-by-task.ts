import type { ServerResponse } from "node:http";
import { type GeminiRequest, gemini, startGemini } from "../../support/gemini.ts";

type Answer = (response: ServerResponse) => void;

/** What the model answers, by what it is asked for. */
export interface Answers {
  reply: Answer;
  brief: Answer;
  account: Answer;
  draft: Answer;
}

export const brief = {
  problem: "A parcel is late.",
  tried: ["Looked the order up"],
  language: "German",
  mood: "upset",
  questions: ["Which order is it?"],
  replies: ["Ich sehe gleich nach.", "Wie lautet die Bestellnummer?"],
};

const askedFor = ({ body }: GeminiRequest): keyof Answers => {
  const schema = JSON.stringify(body.generationConfig?.responseSchema ?? "");
  if (schema.includes('"problem"')) return "brief";
  if (schema.includes('"account"')) return "account";
  return schema.includes('"isReply"') ? "draft" : "reply";
};

/** A server that answers visitors and works for the team, as Gemini does. */
export async function startGeminiByTask() {
  const server = await startGemini();
  const answers: Answers = {
    reply: gemini.says("Yes."),
    brief: gemini.results(brief),
    account: gemini.results({ account: "Ana promised a refund." }),
    draft: gemini.results({ isReply: true, text: "Dear Ada, we are sorry." }),
  };
  server.answers((response) => {
    const request = server.requests.at(-1);
    if (request) answers[askedFor(request)](response);
  });

  return {
    url: server.url,
    answers,
    requestsFor: (what: keyof Answers) => server.requests.filter((request) => askedFor(request) === what),
    stop: server.stop,
  };
}

/** The material of a task, entry by entry. */
export const materialOf = ({ body }: GeminiRequest): Record<string, unknown>[] =>
  (body.contents[0]?.parts[0]?.text ?? "").split("\n").map((line) => JSON.parse(line));

export const instructionsOf = ({ body }: GeminiRequest): string =>
  body.systemInstruction?.parts[0]?.text ?? "";
