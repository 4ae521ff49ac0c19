import type { z } from "zod";

/**
 * One thing said, as a model reads it. People's answers are labelled with their name; what the server says of the
 * conversation stands among the model's own words, where no visitor can write.
 */
export interface Turn {
  from: "visitor" | "assistant" | "agent" | "server";
  name?: string | undefined;
  text: string;
}

export interface Question {
  /** The system prompt: ours and the admin's. What visitors write is never part of it. */
  instructions: string;
  /** In order; ends with the visitor. */
  turns: Turn[];
  /** Milliseconds of silence, before the first words and between any two pieces; then the model counts as failed. */
  timeoutMs: number;
  /** Hears the answer piece by piece, as it is written. The reply has all of it; after a handoff was called, no more comes. */
  onText?: ((piece: string) => void) | undefined;
  /** Aborted when nobody waits for the answer any more: the request ends at once. */
  signal?: AbortSignal | undefined;
}

export type ModelReply =
  | { type: "answer"; text: string }
  | {
      type: "handoff";
      reason: string;
      summary?: string | undefined;
      urgency?: "low" | "normal" | "high" | undefined;
    };

/** Work for the team instead of an answer to a visitor: a brief, a draft, a translation. */
export interface Task<Result> {
  /** What to do, in our words and the admin's. */
  instructions: string;
  /** What to do it with. Visitors may have written it, so it is never an instruction. */
  material: string;
  /** What the result must look like: objects, lists, words and choices, each with a `describe` where its name is not enough. */
  result: z.ZodType<Result>;
  /** Milliseconds; afterwards the model counts as failed. */
  timeoutMs: number;
  /** Aborted when nobody waits for the result any more: the request ends at once. */
  signal?: AbortSignal | undefined;
}

/** A language model. Throws `ModelError` for every way of not answering: an empty answer is one too. */
export interface Model {
  /** For people: "Gemini (gemini-3.8-flash)". */
  name: string;
  reply(question: Question): Promise<ModelReply>;
  /** A result of another shape than asked for is a failure too. */
  perform<Result>(task: Task<Result>): Promise<Result>;
}

export class ModelError extends Error {
  override readonly name = "ModelError";
  /** Trying again in a moment may help: too many requests, a timeout, trouble on their side. */
  readonly passing: boolean;
  /** Nothing helps before an operator changes the configuration; the message says what. */
  readonly isMisconfigured: boolean;

  constructor(
    message: string,
    {
      passing,
      isMisconfigured = false,
      cause,
    }: { passing: boolean; isMisconfigured?: boolean; cause?: unknown },
  ) {
    super(message, { cause });
    this.passing = passing;
    this.isMisconfigured = isMisconfigured;
  }
}
