import { setTimeout as after } from "node:timers/promises";
import { NotBefore } from "../conversation/listener.ts";
import { type Model, ModelError, type Task } from "./model.ts";

const timeoutMs = 15_000;
const pauseMs = 500;
/** After which the next process tries again. */
const stoppedForMs = 1_000;

export interface Office {
  /** Aborted when the process is about to end. */
  stopping: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Work for the team, tried once more where that may help: nobody waits for it, and a lane is held for a minute at most.
 * Throws `NotBefore` when the process is stopping: then it is done by the next.
 */
export async function perform<Result>(
  model: Model,
  task: Omit<Task<Result>, "timeoutMs" | "signal">,
  { stopping, now }: Office,
): Promise<Result> {
  const attempt = () => model.perform({ ...task, timeoutMs, signal: stopping });
  try {
    return await attempt().catch(async (error: unknown) => {
      if (stopping.aborted || !(error instanceof ModelError) || !error.passing) throw error;
      await after(pauseMs * (1 + Math.random()), undefined, { signal: stopping });
      return attempt();
    });
  } catch (error) {
    throw stopping.aborted ? new NotBefore(now() + stoppedForMs, "The process is stopping.") : error;
  }
}

/** For work that nobody misses where it fails: says so in the log. */
export function orNothing(failed: (error: unknown) => void): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof NotBefore) throw error;
    failed(error);
    return undefined;
  };
}
