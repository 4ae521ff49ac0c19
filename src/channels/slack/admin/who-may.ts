import type { Settings } from "../../../settings/schema.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Workspace admins and owners may change settings, and those an admin named; never people of other companies. */
export async function mayChange(
  userId: string,
  { directory }: Workspace,
  { slackAdmins }: Pick<Settings, "slackAdmins">,
): Promise<boolean> {
  const person = await directory.person(userId);
  return Boolean(person && !person.isGuest && (person.isAdmin || slackAdmins.includes(userId)));
}

/** Who can help instead, by name. */
export async function refusal(
  { directory }: Workspace,
  { slackAdmins }: Pick<Settings, "slackAdmins">,
): Promise<string> {
  const named = await Promise.all(
    slackAdmins.slice(0, 5).map(async (id) => (await directory.person(id))?.name),
  );
  const names = named.filter((name) => name !== undefined);
  const others = names.length > 0 ? `, and ${names.join(", ")}` : "";
  return `Only workspace admins and owners${others} can change these settings. Ask one of them; \`/handoff status\` shows how things are.`;
}
