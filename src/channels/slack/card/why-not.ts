import type { SettingsDesk } from "../../../settings/index.ts";
import { createGuests } from "../replies/guests.ts";
import type { Asking } from "./asking.ts";

/** Says why somebody may not act for the team; nothing when they may. */
export type WhyNot = (asking: Pick<Asking, "userId" | "workspace">) => Promise<string | undefined>;

/** Whoever may not answer visitors may not act for the team either. */
export function createWhyNot({ settings }: { settings: SettingsDesk }): WhyNot {
  const guests = createGuests({ settings });

  return async ({ userId, workspace }) =>
    (await guests.mayAct({ user: userId }, workspace))
      ? undefined
      : "Guests and people of other companies do not act for the team here. Ask somebody of the team, or an admin to allow it with /handoff.";
}
