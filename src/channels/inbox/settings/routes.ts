import { Router } from "express";
import { z } from "zod";
import type { Directory } from "../../../conversation/directory.ts";
import type { LateHandoffs } from "../../../conversation/late-in-words.ts";
import { awayUntilFrom } from "../../../settings/away-until.ts";
import type { SettingChange, SettingsDesk } from "../../../settings/index.ts";
import { Settings } from "../../../settings/schema.ts";
import type { SiteDesk } from "../../../settings/site-desk.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import { directoryOf } from "../people/directory-of.ts";
import type { Guard } from "../people/guard.ts";
import { mayReadChange } from "./may-read-change.ts";
import { Away, type Notifications, type SettingsPage } from "./protocol.ts";
import { createSiteRoutes } from "./sites.ts";

/** Values are checked where they are kept; under a name nobody knows they would be lost without a word. */
const Wanted = z.record(z.string(), z.unknown()).superRefine((wanted, context) => {
  for (const name of Object.keys(wanted))
    if (!(name in Settings.shape))
      context.addIssue({ code: "custom", path: [name], message: `There is no setting “${name}”.` });
});
const shownChanges = 50;
/** So far back is looked for what somebody may read who may not read all. */
const readChanges = 1_000;

/** Says for how many people are called. */
export type CallForMissed = () => Promise<LateHandoffs>;

interface Options {
  settings: SettingsDesk;
  directory: Directory;
  callForMissed?: CallForMissed | undefined;
  sites: SiteDesk;
  notifications: Notifications;
  publicUrl: string;
  now: () => number;
  guard: Guard;
}

/** The settings page: everybody of the team may read it, of sites their own; admins may change it. */
export function createSettingsRoutes({
  settings,
  sites,
  directory,
  callForMissed,
  guard,
  now,
  ...connected
}: Options): Router {
  const router = Router();
  const page = async (member: TeamMember): Promise<SettingsPage> => {
    const current = await settings.current();
    return {
      ...{ notifications: connected.notifications, publicUrl: connected.publicUrl },
      settings: current,
      availability: await settings.availability(),
      sites: (await sites.list()).filter(({ key }) => mayOpen(member, key)),
      missed: await directoryOf(member, directory).count({ missed: true }),
      changes: await changesFor(member),
    };
  };

  async function changesFor(member: TeamMember): Promise<SettingChange[]> {
    if (member.role === "admin") return settings.changes(shownChanges);
    const changes = await settings.changes(readChanges);
    return changes.filter(({ key }) => mayReadChange(member, key)).slice(0, shownChanges);
  }

  router.get(
    "/settings",
    guard.member(async (member, _request, response) => void response.json(await page(member))),
  );

  router.put(
    "/settings",
    guard.admin(async (member, request, response) => {
      const before = await settings.current();
      const { liveHandoff } = await settings.change(Wanted.parse(request.body), member.name);
      const late = !before.liveHandoff && liveHandoff ? await callForMissed?.() : undefined;
      response.json({ ...(await page(member)), late } satisfies SettingsPage);
    }),
  );

  router.put(
    "/settings/away",
    guard.admin(async (member, request, response) => {
      const { until: typed } = Away.parse(request.body);
      const { hours } = await settings.current();
      const away = awayUntilFrom(typed, { now: now(), timeZone: hours.timeZone });
      if ("problem" in away) throw notUnderstood(typed, away.problem);
      await settings.change({ awayUntil: away.until }, member.name);
      response.json(await page(member));
    }),
  );

  router.delete(
    "/settings/away",
    guard.admin(async (member, _request, response) => {
      await settings.change({ awayUntil: 0 }, member.name);
      response.json(await page(member));
    }),
  );

  return router.use(createSiteRoutes({ sites, page, guard }));
}

const notUnderstood = (input: string, message: string) =>
  new z.ZodError([{ code: "custom", path: ["until"], input, message }]);
