import type { SettingsDesk } from "../../settings/index.ts";
import { type Look, off, ok } from "../check.ts";

export interface PeopleOptions {
  settings: Pick<SettingsDesk, "current" | "availability">;
}

/** Whether people take chats now. */
export const lookAtPeople = ({ settings }: PeopleOptions): Look => ({
  name: "Live handoff",
  async look() {
    const current = await settings.current();
    if (!current.liveHandoff)
      return off("Switched off: nobody is handed to people. Switch it on in the settings.");
    const { isOpen, words } = await settings.availability();
    return isOpen ? ok(words) : off(words);
  },
});
