import { broken, type Look, off, ok } from "../check.ts";

export interface AnsweringModel {
  name: string;
  /** Asks it something small; rejects when it does not answer. */
  ask: () => Promise<void>;
}

/** Whether the model answers with the key and the name it was given. */
export const lookAtAssistant = (model: AnsweringModel | undefined): Look => ({
  name: "Assistant",
  async look() {
    if (!model) return off("No model: the assistant greets and hands off. Set GEMINI_API_KEY.");
    try {
      await model.ask();
      return ok(`${model.name} answers.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return broken(
        `${model.name} does not answer (${reason.slice(0, 300)}). Check GEMINI_API_KEY and GEMINI_MODEL. Until then the assistant hands off.`,
      );
    }
  },
});
