import { Router } from "express";
import { z } from "zod";
import { HttpError } from "../../http/errors.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { Origins } from "../../settings/origins.ts";
import type { Sites } from "../../settings/sites.ts";
import type { Guard } from "./guard.ts";
import type { Notifications, SettingsPage } from "./protocol.ts";

const Wanted = z.record(z.string(), z.unknown());
const Embedding = z.object({ origins: Origins });

interface Options {
  settings: SettingsDesk;
  sites: Sites | undefined;
  notifications: Notifications;
  guard: Guard;
}

/** The settings page: everybody of the team may read it, admins may change it. */
export function createSettingsRoutes({ settings, sites, notifications, guard }: Options): Router {
  const router = Router();
  const page = async (): Promise<SettingsPage> => ({
    settings: await settings.current(),
    sites: (await sites?.list()) ?? [],
    changes: await settings.changes(20),
    notifications,
  });

  router.get(
    "/settings",
    guard.member(async (_member, _request, response) => void response.json(await page())),
  );

  router.put(
    "/settings",
    guard.admin(async (member, request, response) => {
      await settings.change(Wanted.parse(request.body), member.name);
      response.json(await page());
    }),
  );

  router.put(
    "/sites/:key",
    guard.admin(async (_member, request, response) => {
      const { origins } = Embedding.parse(request.body);
      const site = await sites?.find(String(request.params.key));
      if (!sites || !site) throw new HttpError(404, "There is no such site.");
      await sites.saveOrigins(site.key, [...new Set(origins)]);
      response.json(await page());
    }),
  );

  return router;
}
