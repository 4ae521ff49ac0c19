import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface GeminiRequest {
  url: string;
  key: string | undefined;
  body: {
    contents: { role: string; parts: { text?: string }[] }[];
    systemInstruction?: { parts: { text: string }[] };
    tools?: unknown[];
    generationConfig?: { responseMimeType?: string; responseSchema?: unknown };
  };
}

/** A server that speaks Gemini's HTTP, and answers what the test says, in turn; the last answer stays. */
export async function startGemini() {
  const requests: GeminiRequest[] = [];
  let answers: ((response: ServerResponse) => void)[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({
      url: request.url ?? "",
      key: request.headers["x-goog-api-key"] as string | undefined,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    answers: (...next: ((response: ServerResponse) => void)[]) => {
      answers = next;
      requests.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const candidate = (parts: unknown[], finishReason = "STOP") =>
  json(200, { candidates: [{ content: { role: "model", parts }, finishReason }] });

/** What Gemini answers in each of its ways. */
export const gemini = {
  says: (text: string) => candidate([{ text }]),
  calls: (args: unknown) => candidate([{ functionCall: { name: "handoff_to_human", args } }]),
  saysAndCalls: (text: string, args: unknown) =>
    candidate([{ text }, { functionCall: { name: "handoff_to_human", args } }]),
  results: (result: unknown) => candidate([{ text: JSON.stringify(result) }]),
  nothing: json(200, {}),
  empty: candidate([], "MAX_TOKENS"),
  blocked: json(200, { promptFeedback: { blockReason: "SAFETY" } }),
  fails: (status: number) => json(status, { error: { code: status, message: "no", status: "NO" } }),
  html: (response: ServerResponse) =>
    void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
  hangs: () => {},
  hangsUp: (response: ServerResponse) => void response.destroy(),
};
