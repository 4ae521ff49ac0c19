import { Router } from "express";
import { HttpError } from "../../../http/errors.ts";
import { keyOf } from "../../../settings/change-key.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Guard } from "../people/guard.ts";
import type { ListedWorkspace, SlackPlaces } from "./protocol.ts";

/** The Slack workspaces that installed the app. */
export interface SlackWorkspaces {
  /** Whether more can be installed, at `/slack/install`. */
  canInstall: boolean;
  list(): Promise<ListedWorkspace[]>;
  /** Returns false when there is no such workspace. */
  approve(team: string): Promise<boolean>;
  remove(team: string): Promise<void>;
}

interface Options {
  /** Undefined while Slack is not set up. */
  workspaces: SlackWorkspaces | undefined;
  settings: Pick<SettingsDesk, "note">;
  guard: Guard;
}

/** Which Slack workspaces visitors' conversations may be sent to: for admins alone, and in the log of changes. */
export function createWorkspaceRoutes({ workspaces, settings, guard }: Options): Router {
  const router = Router();

  router.get(
    "/settings/slack-workspaces",
    guard.admin(async (_member, _request, response) => void response.json(await places())),
  );

  router.post(
    "/settings/slack-workspaces/:team/approve",
    guard.admin(async (member, request, response) => {
      const before = await workspaceAt(request.params.team);
      if (!(await workspaces?.approve(before.team))) throw missing();
      await note(before, { ...before, isApproved: true }, member.name);
      response.json(await places());
    }),
  );

  router.delete(
    "/settings/slack-workspaces/:team",
    guard.admin(async (member, request, response) => {
      const before = await workspaceAt(request.params.team);
      await workspaces?.remove(before.team);
      await note(before, undefined, member.name);
      response.json(await places());
    }),
  );

  return router;

  async function places(): Promise<SlackPlaces> {
    return { canInstall: workspaces?.canInstall ?? false, workspaces: (await workspaces?.list()) ?? [] };
  }

  async function workspaceAt(team: unknown): Promise<ListedWorkspace> {
    const found = (await workspaces?.list())?.find((workspace) => workspace.team === team);
    if (!found) throw missing();
    return found;
  }

  async function note(before: ListedWorkspace, after: ListedWorkspace | undefined, by: string) {
    if (before.isApproved === after?.isApproved) return;
    const key = keyOf({ kind: "workspace", team: before.team });
    await settings.note([{ key, before: noted(before), after: after ? noted(after) : null }], by);
  }
}

const missing = () =>
  new HttpError(404, "There is no such Slack workspace. Reload the page to see who is there.");

const noted = ({ name, isApproved }: ListedWorkspace) => ({
  name,
  state: isApproved ? "approved" : "waiting for approval",
});
