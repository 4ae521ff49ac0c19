import { SlackRefused } from "../workspace/calls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Hearing } from "./hearing.ts";
import type { MessageAddress } from "./source.ts";

export type HearOf = ReturnType<typeof createHearOf>;

/** Gets a message that has not been delivered yet and hears it. Throws when Slack does not answer. */
export function createHearOf(hear: Hearing) {
  return async ({ channel, ts }: MessageAddress, workspace: Workspace): Promise<void> => {
    const { api, calls } = workspace;
    try {
      const page = await calls.make(() => api.replies({ channel, ts, oldest: ts, limit: 1 }));
      const message = page.messages?.find((one) => one.ts === ts);
      if (message) await hear({ ...message, channel, ts }, workspace, { isMissed: true });
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error;
    }
  };
}
