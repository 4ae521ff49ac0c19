import {
  type EnhancedGenerateContentResponse,
  type GenerateContentResponse,
  type GenerativeModel,
  GoogleGenerativeAI,
  GoogleGenerativeAIFetchError,
  type ModelParams,
  type Part,
  type Tool,
} from "@google/generative-ai";
import { type Model, ModelError, type ModelReply, type Question, type Task } from "../model.ts";
import { contentsOf } from "./contents.ts";
import { HandoffArguments, handoffTool } from "./handoff-tool.ts";
import { createPatience, type Patience } from "./patience.ts";
import { resultSchema } from "./result-schema.ts";

export interface GeminiOptions {
  apiKey: string;
  /** As Google names it; families are shut down every year, so this is configuration. */
  model: string;
  /** A whole base URL instead of Google's. */
  apiUrl?: string | undefined;
}

/** The only file that knows Google. The SDK is at its last version; another file beside this one can replace it. */
export function createGemini({ apiKey, model, apiUrl }: GeminiOptions): Model {
  const google = new GoogleGenerativeAI(apiKey);
  const baseUrl = apiUrl?.replace(/\/$/, "");

  async function asked<Result>(
    { timeoutMs, signal }: Pick<Question, "timeoutMs" | "signal">,
    params: Omit<ModelParams, "model">,
    ask: (generative: GenerativeModel, patience: Patience) => Promise<Result>,
  ): Promise<Result> {
    const patience = createPatience(timeoutMs, signal);
    try {
      patience.signal.throwIfAborted();
      return await ask(google.getGenerativeModel({ model, ...params }, baseUrl ? { baseUrl } : {}), patience);
    } catch (error) {
      throw failureOf(error, model, patience);
    } finally {
      patience.end();
    }
  }

  return {
    name: `Gemini (${model})`,

    reply: ({ instructions, turns, onText = () => {}, ...waiting }) =>
      asked(
        waiting,
        {
          systemInstruction: instructions,
          tools: [{ functionDeclarations: [handoffTool] } as unknown as Tool],
        },
        async (generative, patience) => {
          const contents = contentsOf(turns);
          const { stream, response } = await generative.generateContentStream({ contents }, patience);
          // The SDK's own sum of the stream drops parts and repeats others, and fails a second time, unheard.
          response.catch(() => {});
          return heard(stream, onText, patience);
        },
      ),

    perform: ({ instructions, material, result, ...waiting }) =>
      asked(
        waiting,
        {
          systemInstruction: instructions,
          generationConfig: { responseMimeType: "application/json", responseSchema: resultSchema(result) },
        },
        async (generative, { signal }) => {
          const contents = [{ role: "user", parts: [{ text: material }] }];
          const { response } = await generative.generateContent({ contents }, { signal });
          return resultOf(response, result);
        },
      ),
  };
}

async function heard(
  stream: AsyncIterable<EnhancedGenerateContentResponse>,
  onText: (piece: string) => void,
  { renew }: Patience,
): Promise<ModelReply> {
  let text = "";
  let call: ModelReply | undefined;
  let last: GenerateContentResponse = {};
  let finish: string | undefined;

  for await (const chunk of stream) {
    assertNoError(chunk);
    last = chunk;
    finish = chunk.candidates?.[0]?.finishReason ?? finish;
    const parts = partsOf(chunk);
    call ??= callIn(parts);
    const piece = wordsOf(parts);
    if (!piece) continue;
    renew();
    text += piece;
    if (!call) onText(piece);
  }

  if (call) return call;
  if (!finish && !last.promptFeedback?.blockReason)
    throw new ModelError("The model's answer was cut off.", { passing: true });
  if (!text.trim() || !wholeReasons.has(finish ?? "")) throw nothingSaid(last, finish);
  return { type: "answer", text: text.trim() };
}

/** Of an answer that became too long, what there is of it is good; one that was blocked on the way is not. */
const wholeReasons = new Set(["STOP", "MAX_TOKENS"]);

/** Those that do not come again when the same is asked once more. */
const chanceReasons = new Set(["STOP", "MALFORMED_FUNCTION_CALL", "OTHER"]);

const partsOf = (response: GenerateContentResponse): Part[] => response.candidates?.[0]?.content?.parts ?? [];

/** Other tools than ours are inventions. */
function callIn(parts: Part[]): ModelReply | undefined {
  const call = parts.find(({ functionCall }) => functionCall?.name === handoffTool.name)?.functionCall;
  return call && { type: "handoff", ...HandoffArguments.parse(call.args) };
}

/** What is meant for the visitor: a model's thoughts are parts with text too. */
const wordsOf = (parts: Part[]): string =>
  parts.map((part) => ("thought" in part && part.thought ? "" : (part.text ?? ""))).join("");

/** Trouble in the middle of a stream comes as a piece of it, with a status of 200 long since sent. */
function assertNoError(chunk: object): void {
  if (!("error" in chunk)) return;
  const { error } = chunk;
  const code = error && typeof error === "object" && "code" in error ? Number(error.code) : 500;
  throw new ModelError(`Google broke off with ${code}.`, { passing: code === 429 || code >= 500 });
}

function resultOf<Result>(response: GenerateContentResponse, result: Task<Result>["result"]): Result {
  const text = wordsOf(partsOf(response)).trim();
  if (!text) throw nothingSaid(response, response.candidates?.[0]?.finishReason);
  try {
    return result.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelError("The model's result has another shape than asked for.", { passing: true, cause });
  }
}

function nothingSaid({ promptFeedback }: GenerateContentResponse, finish: string | undefined): ModelError {
  const why = promptFeedback?.blockReason ?? finish ?? "no reason given";
  return new ModelError(`The model answered nothing (${why}).`, { passing: chanceReasons.has(why) });
}

function failureOf(error: unknown, model: string, patience: Patience): ModelError {
  if (error instanceof ModelError) return error;
  if (patience.over() === "given up")
    return new ModelError("Nobody waits for this answer any more.", { passing: false, cause: error });
  if (patience.over() === "silence")
    return new ModelError("The model took too long.", { passing: true, cause: error });
  if (error instanceof GoogleGenerativeAIFetchError) return refusalOf(error, model);
  return new ModelError("The model could not be reached.", { passing: true, cause: error });
}

function refusalOf(error: GoogleGenerativeAIFetchError, model: string): ModelError {
  const { status = 0, message } = error;
  const misconfigured = { passing: false, isMisconfigured: true, cause: error };
  if (status === 404)
    return new ModelError(
      `Google knows no model "${model}". Set GEMINI_MODEL to a current one.`,
      misconfigured,
    );
  // A wrong key is a bad request to Google; only a withdrawn one is refused as such.
  if (status === 401 || status === 403 || (status === 400 && /API.?key/i.test(message)))
    return new ModelError("Google refuses the key. Check GEMINI_API_KEY.", misconfigured);
  return new ModelError(`Google answered ${status}.`, {
    passing: (status === 429 && waitMsOf(error) <= shortWaitMs) || status >= 500,
    cause: error,
  });
}

/** Longer, and the visitor would wait for nothing. */
const shortWaitMs = 1_000;

/** How long Google asks to wait, from "7s" in the details of its refusal; 0 when it does not say. */
function waitMsOf({ errorDetails = [] }: GoogleGenerativeAIFetchError): number {
  for (const { retryDelay } of errorDetails)
    if (typeof retryDelay === "string") return Number.parseFloat(retryDelay) * 1_000 || 0;
  return 0;
}
