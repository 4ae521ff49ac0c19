import type { ServerResponse } from "node:http";
import { createAccounting } from "../../../src/assistant/account/index.ts";
import { createBriefing } from "../../../src/assistant/brief/index.ts";
import { createDrafts } from "../../../src/assistant/drafts/index.ts";
import { createAssistant } from "../../../src/assistant/index.ts";
import { createGemini } from "../../../src/assistant/models/gemini.ts";
import type { Listener } from "../../../src/conversation/listener.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { ana, openDesk } from "../../support/desk.ts";
import { type GeminiRequest, gemini, startGemini } from "../../support/gemini.ts";
import { quietLog } from "../../support/quiet-log.ts";

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

export const askedFor = ({ body }: GeminiRequest): keyof Answers => {
  const schema = JSON.stringify(body.generationConfig?.responseSchema ?? "");
  if (schema.includes('"problem"')) return "brief";
  if (schema.includes('"account"')) return "account";
  return schema.includes('"isReply"') ? "draft" : "reply";
};

/** The assistant in all it does, on a real database, with a server that answers as Gemini does. */
export async function openOffice({ withModel = true } = {}) {
  const listeners: Listener[] = [];
  const [server, desk] = await Promise.all([startGemini(), openDesk({ listeners })]);
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

  const { conversations, storage } = desk;
  const settings = createSettings({ store: storage.settings, now: desk.now });
  const model = withModel ? createGemini({ apiKey: "k", model: "m", apiUrl: server.url }) : undefined;
  const log = quietLog();
  const common = { conversations, store: storage.store, settings, log };
  listeners.push(createAssistant({ ...common, model, now: desk.now }), createDrafts({ ...common, model }));
  if (model) listeners.push(createBriefing({ ...common, model }), createAccounting({ ...common, model }));
  const relay = createRelay({ lanes: storage.lanes, store: storage.store, listeners, now: desk.now, log });

  return {
    ...desk,
    answers,
    settings,
    log,
    relay,
    act: (conversationId: string, agent = ana) => ({ conversationId, agent, source: desk.source("slack") }),
    requestsFor: (what: keyof Answers) => server.requests.filter((request) => askedFor(request) === what),

    async close() {
      await relay.stop();
      await desk.close();
      await server.stop();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** The material of a task, entry by entry. */
export const materialOf = ({ body }: GeminiRequest): Record<string, unknown>[] =>
  (body.contents[0]?.parts[0]?.text ?? "").split("\n").map((line) => JSON.parse(line));

export const instructionsOf = ({ body }: GeminiRequest): string =>
  body.systemInstruction?.parts[0]?.text ?? "";
