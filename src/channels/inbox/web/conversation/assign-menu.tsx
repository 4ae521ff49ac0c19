import { signal } from "@preact/signals";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { mayOpen } from "../../../../team/may-open.ts";
import type { TeamMember } from "../../people/protocol.ts";
import { fetched } from "../api.ts";
import { Avatar } from "../elements/avatar.tsx";
import { Menu } from "../elements/menu.tsx";
import { isMe } from "../sign-in/session.ts";
import { done } from "./done.ts";
import type { OpenConversation } from "./open-conversation.ts";

const members = signal<TeamMember[] | undefined>(undefined);

async function readMembers(): Promise<void> {
  try {
    members.value = (await fetched<{ members: TeamMember[] }>("/api/team")).members;
  } catch {
    members.value ??= [];
  }
}

/** Gives the conversation to somebody of the team who works for its site, or takes it over. */
export function AssignMenu({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const { agent } = conversation;
  const possible = (members.value ?? [])
    .filter((member) => mayOpen(member, conversation.siteKey))
    .toSorted((a, b) => Number(isMe(b.id)) - Number(isMe(a.id)));
  return (
    <Menu
      id="assign"
      label="Assign"
      name="Assign"
      disabled={open.busy.value !== undefined}
      opened={() => void readMembers()}
      nothing={members.value ? "The team could not be read. Open this again." : "Reading the team…"}
      items={possible.map(({ id, name, avatarUrl }) => ({
        key: id,
        isDisabled: id === agent?.id,
        label: (
          <>
            <Avatar name={name} url={avatarUrl} kind="agent" />
            {isMe(id) ? `${name} (you)` : name}
            {id === agent?.id && <span class="quiet-text"> has it</span>}
          </>
        ),
        choose: () => void done(open, "assign", { to: { id, name } }),
      }))}
    />
  );
}
