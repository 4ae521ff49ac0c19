import type { RespondFn } from "@slack/bolt";
import type { Agent } from "../../../conversation/conversation.ts";
import type { Log } from "../../../log.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Where a private answer appears: in a thread, or in the channel when the thread is left out. */
export interface Spot {
  channel: string;
  thread?: string | undefined;
}

/** Somebody in Slack who wants something done. */
export interface Asking {
  workspace: Workspace;
  teamId: string;
  userId: string;
  /** The workspace they belong to, where Slack says. */
  userTeam: string | undefined;
  /** Asks Slack the first time, so what cannot wait comes before. */
  agent(): Promise<Agent>;
  /** Opens a modal within 3 seconds. */
  triggerId: string;
  /** Unique to this press. */
  press: string;
  spot: Spot;
  tell(text: string): void;
}

export interface Pressed {
  workspace: Workspace;
  user: { id: string; team_id?: string | undefined };
  triggerId: string;
  press: string;
  spot: Spot;
  respond: RespondFn | undefined;
  log: Log;
}

/** Who asks, and how they are answered: their answer goes where they pressed, even in channels the app is not in. */
export async function askingOf({
  workspace,
  user: { id: userId, team_id: userTeam },
  spot,
  respond,
  log,
  ...press
}: Pressed): Promise<Asking> {
  const { teamId } = await workspace.identity();
  const whisper = (text: string) =>
    workspace.whisper({ channel: spot.channel, user: userId, thread: spot.thread, text });
  return {
    ...press,
    ...{ workspace, teamId, userId, userTeam, spot },
    agent: () => workspace.directory.agent(teamId, userId),
    tell(text) {
      if (!respond) return whisper(text);
      const inThread = spot.thread ? { thread_ts: spot.thread } : {};
      respond({ response_type: "ephemeral", replace_original: false, text, ...inThread }).catch(
        (error: unknown) => {
          log.warn("slack: an answer had to take another way", { error });
          whisper(text);
        },
      );
    },
  };
}
