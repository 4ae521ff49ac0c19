import {
  type Content,
  type EnhancedGenerateContentResponse,
  GoogleGenerativeAI,
  GoogleGenerativeAIAbortError,
  GoogleGenerativeAIFetchError,
  type ModelParams,
  type Tool,
} from "@google/generative-ai";
import { z } from "zod";
import { type Model, ModelError, type ModelReply, type Task, type Turn } from "../model.ts";
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

  /** Not streamed: the SDK's aggregated stream repeats and drops parts. */
  async function generate({
    timeoutMs,
    contents,
    ...params
  }: Omit<ModelParams, "model"> & {
    timeoutMs: number;
    contents: Content[];
  }): Promise<EnhancedGenerateContentResponse> {
    const generative = google.getGenerativeModel(
      { model, ...params },
      { timeout: timeoutMs, ...(baseUrl && { baseUrl }) },
    );
    try {
      return (await generative.generateContent({ contents })).response;
    } catch (error) {
      throw failureOf(error, model);
    }
  }

  return {
    name: `Gemini (${model})`,

    async reply({ instructions, turns, timeoutMs }) {
      return replyOf(
        await generate({
          ...{ timeoutMs, contents: contentsOf(turns) },
          ...{ systemInstruction: instructions, tools: [handoffTool] },
        }),
      );
    },

    async perform({ instructions, material, result, timeoutMs }) {
      const response = await generate({
        ...{ timeoutMs, contents: [{ role: "user", parts: [{ text: material }] }] },
        systemInstruction: instructions,
        generationConfig: { responseMimeType: "application/json", responseSchema: resultSchema(result) },
      });
      return resultOf(response, result);
    },
  };
}

const handoffTool = {
  functionDeclarations: [
    {
      name: "handoff_to_human",
      description:
        "Transfer this conversation to a person of the team. Call it when the visitor asks for a person, is upset, when a rule in your instructions says so, or when you do not know the answer.",
      parameters: {
        type: "object",
        properties: {
          reason: {
            type: "string",
            format: "enum",
            enum: ["visitor_request", "cannot_answer", "sensitive", "frustrated", "sales_lead"],
          },
          summary: { type: "string", description: "One to three sentences for the person who takes over." },
          urgency: { type: "string", format: "enum", enum: ["low", "normal", "high"] },
        },
        required: ["reason", "summary"],
      },
    },
  ],
} as unknown as Tool;

/** Models leave arguments out and invent values; calling the tool means handing off all the same. */
const HandoffArguments = z.object({
  reason: z.string().catch("model_decision"),
  summary: z.string().trim().max(2_000).optional().catch(undefined),
  urgency: z.enum(["low", "normal", "high"]).optional().catch(undefined),
});

function replyOf(response: EnhancedGenerateContentResponse): ModelReply {
  const parts = response.candidates?.[0]?.content?.parts ?? [];
  const call = parts.find((part) => part.functionCall?.name === "handoff_to_human")?.functionCall;
  if (call) return { type: "handoff", ...HandoffArguments.parse(call.args ?? {}) };

  const text = textOf(response);
  if (text) return { type: "answer", text };
  throw nothingSaid(response);
}

function resultOf<Result>(response: EnhancedGenerateContentResponse, result: Task<Result>["result"]): Result {
  const text = textOf(response);
  if (!text) throw nothingSaid(response);
  try {
    return result.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelError("The model's result has another shape than asked for.", { passing: true, cause });
  }
}

const textOf = (response: EnhancedGenerateContentResponse): string =>
  (response.candidates?.[0]?.content?.parts ?? [])
    .map((part) => part.text ?? "")
    .join("")
    .trim();

function nothingSaid({ promptFeedback, candidates }: EnhancedGenerateContentResponse): ModelError {
  const why = promptFeedback?.blockReason ?? candidates?.[0]?.finishReason ?? "no reason given";
  return new ModelError(`The model answered nothing (${why}).`, { passing: false });
}

function failureOf(error: unknown, model: string): ModelError {
  if (error instanceof GoogleGenerativeAIFetchError) {
    const { status = 0 } = error;
    if (status === 404)
      return new ModelError(`Google knows no model "${model}". Set GEMINI_MODEL to a current one.`, {
        passing: false,
        cause: error,
      });
    if (status === 401 || status === 403)
      return new ModelError("Google refuses the key. Check GEMINI_API_KEY.", {
        passing: false,
        cause: error,
      });
    return new ModelError(`Google answered ${status}.`, {
      passing: status === 429 || status >= 500,
      cause: error,
    });
  }
  if (error instanceof GoogleGenerativeAIAbortError)
    return new ModelError("The model took too long.", { passing: true, cause: error });
  return new ModelError("The model could not be reached.", { passing: true, cause: error });
}

/** Google's history: neighbours of one role are joined, and it starts with the visitor. */
function contentsOf(turns: Turn[]): Content[] {
  const contents: Content[] = [];
  for (const turn of turns) {
    const role = turn.from === "visitor" ? "user" : "model";
    const text =
      turn.from === "agent" ? `[${turn.name ?? "A person of the team"} wrote:] ${turn.text}` : turn.text;
    const last = contents.at(-1);
    if (last?.role === role) last.parts.push({ text });
    else if (contents.length > 0 || role === "user") contents.push({ role, parts: [{ text }] });
  }
  return contents;
}
