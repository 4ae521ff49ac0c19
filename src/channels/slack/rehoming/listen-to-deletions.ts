import type { App } from "@slack/bolt";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { Rehoming } from "./rehoming.ts";

/** Messages that people delete. One with replies stays as a tombstone, which Slack reports as a change. */
export function listenToDeletions(
  bolt: App,
  { workspaces, rehoming }: { workspaces: Workspaces; rehoming: Rehoming },
) {
  bolt.event("message", async ({ event, context }) => {
    const ts = deletedIn(event);
    const team = context.teamId ?? "";
    if (ts && (await workspaces.byTeam(team)))
      await rehoming.rootDeleted({ team, channel: event.channel, ts });
  });
}

function deletedIn(event: {
  subtype?: string | undefined;
  message?: object;
  deleted_ts?: string;
}): string | undefined {
  if (event.subtype === "message_deleted") return event.deleted_ts;
  if (event.subtype !== "message_changed" || !event.message) return undefined;
  const { subtype, ts } = { subtype: undefined, ts: undefined, ...event.message } as Record<string, unknown>;
  return subtype === "tombstone" && typeof ts === "string" ? ts : undefined;
}
