import type { SettingsDesk } from "../../../../settings/index.ts";
import type { Subcommand } from "../asked.ts";

/** `on` and `off`. */
export function createTurn(settings: SettingsDesk, liveHandoff: boolean): Subcommand {
  return {
    usage: liveHandoff ? "on" : "off",
    about: liveHandoff
      ? "hands visitors who need a person to your team"
      : "keeps visitors with the assistant",
    async answer({ by }) {
      await settings.change({ liveHandoff }, by);
      return liveHandoff
        ? "Live handoff is on: visitors who need a person appear in the channel."
        : "Live handoff is off: new visitors stay with the assistant and are told so. Open conversations go on.";
    },
  };
}
