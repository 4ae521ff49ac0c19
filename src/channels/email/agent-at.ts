import type { Agent } from "../../conversation/conversation.ts";
import type { SettingsDesk } from "../../settings/index.ts";

export interface Member extends Agent {
  email: string;
}

/** The person of the team who writes from an address: by their account in the inbox, or as one who is told by email. */
export function createAgentAt(members: () => Promise<Member[]>, settings: Pick<SettingsDesk, "current">) {
  return async (address: string, name: string): Promise<Agent | undefined> => {
    const member = (await members()).find(({ email }) => email.toLowerCase() === address.toLowerCase());
    if (member) return { id: member.id, name: member.name, avatarUrl: member.avatarUrl };

    const { emailRecipients } = await settings.current();
    if (!emailRecipients.includes(address.toLowerCase())) return undefined;
    return { id: `email:${address.toLowerCase()}`, name: name.trim() || address.split("@")[0] || "The team" };
  };
}
