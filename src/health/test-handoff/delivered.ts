import type { Lanes } from "../../conversation/lanes.ts";

export interface DeliveredOptions {
  conversationId: string;
  isPosted: () => Promise<boolean>;
  lanes: Pick<Lanes, "troubles">;
  now: () => number;
}

/** With one post a second, several threads may be before it in the queue. */
const patienceMs = 30_000;
const pollMs = 100;
const troublesRead = 200;

/** Resolves when the thread is posted; throws with the reason as soon as that is given up, or when it takes too long. */
export async function delivered({ conversationId, isPosted, lanes, now }: DeliveredOptions): Promise<void> {
  const end = now() + patienceMs;
  while (!(await isPosted())) {
    const troubles = await lanes.troubles(troublesRead);
    const trouble = troubles.find((one) => one.conversationId === conversationId);
    if (trouble?.deadAt !== undefined) throw new Error(trouble.error);
    if (now() > end)
      throw new Error(
        `Nothing appeared in Slack within ${patienceMs / 1_000} s. ${trouble ? `The last reason: ${trouble.error}` : "See the checks of Slack above."}`,
      );
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
