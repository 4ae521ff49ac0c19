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

/**
 * A server that speaks Gemini's HTTP, and answers what the test says, in turn; the last answer stays. With `tasks`, work
 * for the team is answered so, apart from what visitors ask.
 */
export async function startGemini({ tasks }: { tasks?: Answer } = {}) {
  const requests: GeminiRequest[] = [];
  let answers: Answer[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = {
      url: request.url ?? "",
      key: request.headers["x-goog-api-key"] as string | undefined,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    };
    if (tasks && !isStreamed(response)) return tasks(response, asked);
    requests.push(asked);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response, asked);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    answers: (...next: Answer[]) => {
      answers = next;
      requests.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Answer = (response: ServerResponse, asked: GeminiRequest) => void;

const isStreamed = ({ req }: ServerResponse) => req.url?.includes("alt=sse") ?? false;

const event = (body: unknown) => `data: ${JSON.stringify(body)}\r\n\r\n`;

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  const asStream = status === 200 && isStreamed(response);
  response
    .writeHead(status, { "content-type": asStream ? "text/event-stream" : "application/json" })
    .end(asStream ? event(body) : JSON.stringify(body));
};

const chunk = (parts: unknown[], finishReason?: string) => ({
  candidates: [{ content: { role: "model", parts }, finishReason }],
});

const candidate = (parts: unknown[], finishReason = "STOP") => json(200, chunk(parts, finishReason));

const call = (args: unknown, name = "handoff_to_human") => ({ functionCall: { name, args } });

/** An answer that is still being written, by hand. */
export class Writing {
  readonly #response: ServerResponse;
  /** Resolves when nobody reads it any more. */
  readonly abandoned: Promise<void>;

  constructor(response: ServerResponse) {
    this.#response = response;
    this.abandoned = new Promise((resolve) => {
      response.on("close", () => response.writableFinished || resolve());
    });
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
  }
  says = (text: string) => this.sends(chunk([{ text }]));
  thinks = (text: string) => this.sends(chunk([{ text, thought: true, thoughtSignature: "c2ln" }]));
  calls = (args: unknown) => this.sends(chunk([{ ...call(args), thoughtSignature: "c2ln" }]));
  sends(body: unknown): this {
    this.#response.write(event(body));
    return this;
  }
  /** Bytes as they are. */
  spits(bytes: string): this {
    this.#response.write(bytes);
    return this;
  }
  ends(finishReason = "STOP"): void {
    this.#response.end(event(chunk([], finishReason)));
  }
  /** In good order, but without a reason to finish. */
  stops = () => void this.#response.end();
  breaks = () => void this.#response.destroy();
}

/** What Gemini answers in each of its ways. */
export const gemini = {
  says: (text: string) => candidate([{ text }]),
  calls: (args: unknown) => candidate([call(args)]),
  saysAndCalls: (text: string, args: unknown) => candidate([{ text }, call(args)]),
  invents: (name: string, args: unknown) => candidate([call(args, name)]),
  /** Writes as the test says, piece by piece. */
  writes: (script: (writing: Writing) => void) => (response: ServerResponse) => script(new Writing(response)),
  results: (result: unknown) => candidate([{ text: JSON.stringify(result) }]),
  nothing: json(200, {}),
  empty: candidate([], "MAX_TOKENS"),
  finishes: (finishReason: string, ...parts: unknown[]) => candidate(parts, finishReason),
  blocked: json(200, { promptFeedback: { blockReason: "SAFETY" } }),
  fails: (status: number, message = "no", details?: unknown[]) =>
    json(status, { error: { code: status, message, status: "NO", details } }),
  html: (response: ServerResponse) =>
    void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
  hangs: () => {},
  hangsUp: (response: ServerResponse) => void response.destroy(),
};
