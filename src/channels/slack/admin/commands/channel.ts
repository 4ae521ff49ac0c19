import { NotBefore, Refused } from "../../../../conversation/listener.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import { escaped } from "../../text/escape.ts";
import { Misunderstood, type Subcommand } from "../asked.ts";
import { unquoted } from "../typed.ts";

/** Where handoffs appear. The channel is entered before it is saved, so a wrong one is found out here. */
export function createChannel(settings: SettingsDesk): Subcommand {
  return {
    usage: "channel #name",
    about: "chooses where handoffs appear",
    async answer({ by, args, workspace }) {
      const wanted = unquoted(args);
      if (!wanted) {
        const place = await workspace.place().catch(() => undefined);
        const now = place ? `Handoffs appear in <#${place.channel.id}>. ` : "";
        return `${now}Name another channel: \`/handoff channel #support\`.`;
      }
      try {
        const { channel } = await workspace.tryOut(wanted);
        await settings.change({ slackChannel: channel.id }, by);
        return `Handoffs appear in <#${channel.id}> from now on. Open conversations move there.`;
      } catch (error) {
        if (error instanceof Refused) throw new Misunderstood(escaped(error.message));
        if (error instanceof NotBefore) throw new Misunderstood("Slack did not answer just now. Try again.");
        throw error;
      }
    },
  };
}
