import { waitFor } from "./patience.ts";
import type { Running } from "./running.ts";

/** The thread in #support that holds these words, as soon as there is one. */
export const threadWith = ({ slack }: Pick<Running, "slack">, text: string) =>
  waitFor(() => {
    const thread = slack.threads("support").find(({ replies }) => JSON.stringify(replies).includes(text));
    if (!thread) throw new Error(`No thread holds “${text}”.`);
    return thread;
  });
