import { broken, type Look, off, ok } from "../check.ts";

/** A language model, as far as it is asked whether it is there. */
export interface AskedModel {
  name: string;
  reply(question: {
    instructions: string;
    turns: { from: "visitor"; text: string }[];
    timeoutMs: number;
  }): Promise<unknown>;
}

const question = {
  instructions: "Answer with one word.",
  turns: [{ from: "visitor" as const, text: "Are you there?" }],
  timeoutMs: 4_500,
};

/** Whether the model answers with the key and the name it was given. */
export const lookAtAssistant = (model: AskedModel | undefined): Look => ({
  name: "Assistant",
  async look() {
    if (!model) return off("No model: the assistant greets and hands off. Set GEMINI_API_KEY.");
    try {
      await model.reply(question);
      return ok(`${model.name} answers.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return broken(
        `${model.name} does not answer (${reason.slice(0, 300)}). Check GEMINI_API_KEY and GEMINI_MODEL. Until then visitors are handed to people.`,
      );
    }
  },
});
