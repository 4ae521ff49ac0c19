import type { Directory } from "../../../conversation/ports.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Workspace } from "../workspace/workspace.ts";

export interface CommandOptions {
  settings: SettingsDesk;
  conversations: Directory;
  publicUrl: string;
}

export interface Asked {
  userId: string;
  text: string;
  workspace: Workspace;
}

/** `/handoff status | on | off | help`: returns what only the person who typed it reads. */
export function createCommand({ settings, conversations, publicUrl }: CommandOptions) {
  return async ({ userId, text, workspace }: Asked): Promise<string> => {
    switch (text.trim().toLowerCase()) {
      case "status":
        return status();
      case "on":
        return turn(true, userId, workspace);
      case "off":
        return turn(false, userId, workspace);
      case "":
      case "help":
        return help;
      default:
        return `I do not know “${text.trim().slice(0, 50).replace(/[<>&]/g, "")}”.\n${help}`;
    }
  };

  async function status(): Promise<string> {
    const { liveHandoff } = await settings.current();
    const { summaries, cursor } = await conversations.list({ status: "waiting", limit: 100 });
    const count = summaries.length;
    const waiting =
      count === 0 ? "Nobody is waiting." : `Waiting for a person: ${count}${cursor ? " or more" : ""}.`;
    return `Live handoff is ${liveHandoff ? "on" : "off"}. ${waiting}\n<${publicUrl}/inbox|Open the inbox>`;
  }

  async function turn(liveHandoff: boolean, userId: string, { directory }: Workspace): Promise<string> {
    const person = await directory.person(userId);
    if (!person?.isAdmin) return "Only workspace admins and owners can turn live handoff on or off.";
    await settings.change({ liveHandoff }, person.name);
    return liveHandoff
      ? "Live handoff is on: visitors who need a person appear in the channel."
      : "Live handoff is off: new visitors stay with the assistant and are told so. Open conversations go on.";
  }
}

const help = [
  "`/handoff status` shows whether live handoff is on, and who waits.",
  "`/handoff on` and `/handoff off` turn it on and off (workspace admins).",
  "In a visitor's thread: reply to answer; start with `note:` to write for the team only; the card's buttons claim, hand back and close.",
].join("\n");
