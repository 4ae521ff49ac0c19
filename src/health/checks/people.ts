import { availabilityAt } from "../../settings/availability.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { type Look, off, ok } from "../check.ts";

export interface PeopleOptions {
  settings: Pick<SettingsDesk, "current">;
  now: () => number;
}

/** Whether people take chats now. */
export const lookAtPeople = ({ settings, now }: PeopleOptions): Look => ({
  name: "Live handoff",
  async look() {
    const current = await settings.current();
    if (!current.liveHandoff)
      return off("Switched off: nobody is handed to people. Switch it on in the settings.");
    const { isOpen, words } = availabilityAt(current, now());
    return isOpen ? ok(words) : off(words);
  },
});
