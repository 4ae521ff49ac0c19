import { Router } from "express";
import { z } from "zod";
import { HttpError } from "../../../http/errors.ts";
import type { SiteDesk } from "../../../settings/site-desk.ts";
import { SiteChange } from "../../../settings/sites.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import type { Guard } from "../people/guard.ts";
import { NewSite, type SettingsPage } from "./protocol.ts";

interface Options {
  sites: SiteDesk;
  /** Every change is answered with the whole page. */
  page: (member: TeamMember) => Promise<SettingsPage>;
  guard: Guard;
}

/** Where the widget is embedded: everybody of the team may read it, admins may add and change. */
export function createSiteRoutes({ sites, page, guard }: Options): Router {
  const router = Router();

  router.get(
    "/sites",
    guard.member(async (member, _request, response) => {
      response.json({ sites: (await sites.list()).filter(({ key }) => mayOpen(member, key)) });
    }),
  );

  router.post(
    "/sites",
    guard.admin(async (member, request, response) => {
      const site = NewSite.parse(request.body);
      if (!(await sites.add(site, member.name))) throw taken(site.key);
      response.status(201).json(await page(member));
    }),
  );

  router.put(
    "/sites/:key",
    guard.admin(async (member, request, response) => {
      const change = SiteChange.parse(request.body);
      if (!(await sites.change(String(request.params.key), change, member.name)))
        throw new HttpError(404, "There is no such site.");
      response.json(await page(member));
    }),
  );

  return router;
}

const taken = (key: string) =>
  new z.ZodError([
    { code: "custom", path: ["key"], input: key, message: `The key “${key}” is taken. Choose another.` },
  ]);
