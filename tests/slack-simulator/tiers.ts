import type { Settings } from "./settings.ts";

const tier2 = ["conversations.list", "users.list", "usergroups.list", "emoji.list", "reactions.remove"];
const tier3 = [
  "chat.update",
  "chat.delete",
  "conversations.history",
  "conversations.replies",
  "conversations.info",
  "conversations.join",
  "conversations.open",
  "users.lookupByEmail",
  "users.getPresence",
  "team.info",
  "reactions.add",
  "reactions.get",
  "files.delete",
  "apps.connections.open",
];
const tier4 = [
  "chat.postEphemeral",
  "conversations.members",
  "users.info",
  "files.getUploadURLExternal",
  "files.completeUploadExternal",
  "files.info",
  "views.open",
  "views.push",
  "views.update",
  "views.publish",
  "openid.connect.token",
];

/** Calls per minute Slack grants a method, where the simulator enforces it. */
export function tierOf(method: string, settings: Settings): number | undefined {
  if (
    settings.restrictedHistory &&
    (method === "conversations.history" || method === "conversations.replies")
  )
    return 1;
  if (!settings.tiered) return undefined;
  if (tier2.includes(method)) return 20;
  if (tier3.includes(method)) return 50;
  return tier4.includes(method) ? 100 : undefined;
}
