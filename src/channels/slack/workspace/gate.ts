import type { App } from "@slack/bolt";
import type { Workspaces } from "./workspaces.ts";

/** Events of a workspace that nobody approved are acknowledged and go no further. */
export function guardAgainstStrangers(bolt: App, workspaces: Workspaces, publicUrl: string): void {
  bolt.use(async (args) => {
    const { context, next, body } = args;
    if (leaves(body) || (await workspaces.byTeam(context.teamId ?? ""))) return next();
    if ("command" in args)
      await args.ack({
        response_type: "ephemeral",
        text: `This workspace has not been approved yet. An admin of the website chat can do it in the settings: ${publicUrl}/inbox/settings`,
      });
    else if ("ack" in args && typeof args.ack === "function") await args.ack();
  });
}

/** Being removed from a workspace concerns us wherever it is. */
const leaves = (body: object) =>
  "event" in body &&
  typeof body.event === "object" &&
  body.event !== null &&
  "type" in body.event &&
  (body.event.type === "app_uninstalled" || body.event.type === "tokens_revoked");
