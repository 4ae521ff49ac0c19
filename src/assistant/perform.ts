import { setTimeout as after } from "node:timers/promises";
import { type Model, ModelError, type Task } from "./model.ts";

const timeoutMs = 15_000;
const pauseMs = 500;

/** Work for the team, tried once more where that may help: nobody waits for it, and a lane is held for a minute at most. */
export async function perform<Result>(model: Model, task: Omit<Task<Result>, "timeoutMs">): Promise<Result> {
  try {
    return await model.perform({ ...task, timeoutMs });
  } catch (error) {
    if (!(error instanceof ModelError) || !error.passing) throw error;
    await after(pauseMs + Math.random() * pauseMs);
    return model.perform({ ...task, timeoutMs });
  }
}
