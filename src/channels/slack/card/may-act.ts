import type { SettingsDesk } from "../../../settings/index.ts";
import { createGuests } from "../replies/guests.ts";
import type { Asking } from "./asking.ts";

export type MayAct = (asking: Asking) => Promise<boolean>;

/** Whoever may not answer visitors may not act for the team either, and is told so. */
export function createMayAct({ settings }: { settings: SettingsDesk }): MayAct {
  const guests = createGuests({ settings });

  return async ({ userId, workspace, tell }) => {
    const may = await guests.mayAct({ user: userId }, workspace);
    if (!may)
      tell(
        "Guests and people of other companies do not act for the team here. Ask somebody of the team, or an admin to allow it with /handoff.",
      );
    return may;
  };
}
