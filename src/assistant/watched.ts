import { type Model, ModelError } from "./model.ts";

export interface WatchedModel extends Model {
  /** How it was doing when it was last asked, in words for an admin. */
  health(): { state: "on" | "broken"; detail: string };
}

/** One answer may fail for any reason; so many in a row have one. */
const troublesInARow = 3;

/** Notices that a model is gone, that its key is refused, or that it keeps failing: visitors only notice that people come. */
export function watched(model: Model): WatchedModel {
  const isWell = { state: "on", detail: model.name } as const;
  let health: ReturnType<WatchedModel["health"]> = isWell;
  let troubles = 0;

  async function observed<Result>(work: () => Promise<Result>, isUnwanted = () => false): Promise<Result> {
    try {
      const result = await work();
      troubles = 0;
      health = isWell;
      return result;
    } catch (error) {
      if (error instanceof ModelError && !isUnwanted()) note(error);
      throw error;
    }
  }

  function note({ message, passing, isMisconfigured }: ModelError): void {
    if (passing) troubles += 1;
    if (!isMisconfigured && troubles < troublesInARow) return;
    health = { state: "broken", detail: `${message} Until then visitors are handed to people.` };
  }

  return {
    name: model.name,
    reply: (question) =>
      observed(
        () => model.reply(question),
        () => question.signal?.aborted ?? false,
      ),
    perform: (task) => observed(() => model.perform(task)),
    health: () => health,
  };
}
