import { lateInWords } from "../../../../conversation/late-in-words.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import type { Subcommand } from "../asked.ts";
import type { AdminTools } from "../ports.ts";

export function createTurnOn(
  settings: SettingsDesk,
  { callForMissed }: Pick<AdminTools, "callForMissed">,
): Subcommand {
  return {
    usage: "on",
    about: "hands visitors who need a person to your team, with those who asked while it was off",
    async answer({ by }) {
      const before = await settings.current();
      await settings.change({ liveHandoff: true }, by);
      const late = before.liveHandoff ? "" : lateInWords(await callForMissed());
      return `Live handoff is on: visitors who need a person appear in the channel. ${late}`.trim();
    },
  };
}

export function createTurnOff(settings: SettingsDesk): Subcommand {
  return {
    usage: "off",
    about: "keeps visitors with the assistant; who asks for a person is marked in the inbox",
    async answer({ by }) {
      await settings.change({ liveHandoff: false }, by);
      return "Live handoff is off: new visitors stay with the assistant and are told so. Open conversations go on. Who asks for a person is marked in the inbox, and when you switch it on again, people are called for them.";
    },
  };
}
