import type { Source } from "../../../conversation/store.ts";
import { SlackRefused } from "../workspace/calls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Hearing } from "./hearing.ts";
import { addressIn } from "./source.ts";

export type Recheck = ReturnType<typeof createRecheck>;

/** Looks at one message in Slack and hears what became of it, as if Slack had told. Throws when Slack does not answer. */
export function createRecheck(hear: Hearing) {
  return async (source: Source, workspace: Workspace): Promise<void> => {
    const { channel, ts } = addressIn(source);
    const { api, calls } = workspace;
    try {
      const page = await calls.make(() => api.replies({ channel, ts, oldest: ts, limit: 1 }));
      const message = page.messages?.find((one) => one.ts === ts);
      if (message?.edited)
        await hear({ subtype: "message_changed", channel, ts, message }, workspace, { isMissed: true });
    } catch (error) {
      if (!(error instanceof SlackRefused && error.code === "thread_not_found")) throw error;
      await hear({ subtype: "message_deleted", channel, ts, deleted_ts: ts }, workspace);
    }
  };
}
