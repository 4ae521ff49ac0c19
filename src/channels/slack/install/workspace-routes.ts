import { type Request, type RequestHandler, type Response, Router } from "express";
import type { WorkspaceList } from "./workspace-list.ts";

export interface WorkspaceRoutesOptions {
  /** Undefined where Slack is not set up. */
  workspaces: WorkspaceList | undefined;
  /** Whether a workspace can install the app here. */
  isInstallable: boolean;
  /** Lets nobody but admins through. */
  admin: (route: (member: unknown, request: Request, response: Response) => Promise<void>) => RequestHandler;
}

/** `/api/slack/workspaces`: the workspaces that installed the app, for the settings page. */
export function createWorkspaceRoutes({ workspaces, isInstallable, admin }: WorkspaceRoutesOptions): Router {
  const router = Router();

  router.get(
    "/",
    admin(async (_member, _request, response) => {
      const list = (await workspaces?.list()) ?? [];
      response.set("Cache-Control", "no-store");
      response.json({ workspaces: list, installAt: isInstallable ? "/slack/install" : null });
    }),
  );

  router.post(
    "/:team/approve",
    admin(async (_member, request, response) => {
      const isThere = (await workspaces?.approve(teamIn(request))) ?? false;
      if (isThere) response.status(204).end();
      else response.status(404).json({ error: { message: "That workspace has not installed the app." } });
    }),
  );

  router.delete(
    "/:team",
    admin(async (_member, request, response) => {
      await workspaces?.remove(teamIn(request));
      response.status(204).end();
    }),
  );

  return router;
}

const teamIn = ({ params }: Request): string => String(params.team);
