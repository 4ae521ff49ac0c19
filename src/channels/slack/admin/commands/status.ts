import type { Directory } from "../../../../conversation/directory.ts";
import type { SettingsDesk } from "../../../../settings/index.ts";
import type { Settings } from "../../../../settings/schema.ts";
import { dateToken } from "../../card/date-token.ts";
import { escaped } from "../../text/escape.ts";
import type { Subcommand } from "../asked.ts";
import { called } from "../called.ts";
import { cannotSend } from "../cannot-send.ts";
import type { AdminTools } from "../ports.ts";

export interface StatusOptions {
  settings: SettingsDesk;
  conversations: Directory;
  integrations: AdminTools["integrations"];
  publicUrl: string;
}

/** How things are: for everybody. */
export function createStatus({
  settings,
  conversations,
  integrations,
  publicUrl,
}: StatusOptions): Subcommand {
  return {
    usage: "status",
    about: "shows whether people take chats now, who waits, and what is broken",
    isForAll: true,
    async answer({ workspace }) {
      const current = await settings.current();
      const place = await workspace.place().catch(() => undefined);
      return [
        `Live handoff is ${current.liveHandoff ? "on" : "off"}. ${await waiting()}`,
        await missed(),
        escaped((await settings.availability()).words),
        place ? `Handoffs appear in <#${place.channel.id}>.` : undefined,
        notifications(current),
        ...cannotSend(current, integrations),
        ...problems(),
        `<${publicUrl}/inbox|Open the inbox>`,
      ]
        .filter(Boolean)
        .join("\n");
    },
  };

  async function waiting(): Promise<string> {
    const { summaries, cursor } = await conversations.list({ status: "waiting", limit: 100 });
    const since = summaries[0]?.conversation.handoff?.at;
    if (since === undefined) return "Nobody is waiting.";
    return `Waiting for a person: ${summaries.length}${cursor ? " or more" : ""}. The longest since ${dateToken(since)}.`;
  }

  async function missed(): Promise<string | undefined> {
    const count = await conversations.count({ missed: true });
    if (count === 0) return undefined;
    return `Asked while live handoff was off: ${count}. <${publicUrl}/inbox?missed=yes|See them in the inbox>`;
  }

  function problems(): string[] {
    return Object.entries(integrations())
      .filter(([, { state }]) => state === "broken")
      .map(([name, { detail }]) => `:warning: ${called(name)}: ${escaped(detail)}`);
  }
}

function notifications({
  emailNotifications,
  smsNotifications,
  emailRecipients,
  smsRecipients,
}: Settings): string {
  const way = (name: string, isOn: boolean, recipients: string[]) =>
    `${name} ${isOn ? `on (${recipients.length} ${recipients.length === 1 ? "recipient" : "recipients"})` : "off"}`;
  return `Notifications: ${way("email", emailNotifications, emailRecipients)}, ${way("SMS", smsNotifications, smsRecipients)}.`;
}
