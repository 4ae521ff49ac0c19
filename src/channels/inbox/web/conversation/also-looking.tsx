import type { Company } from "../../conversations/protocol.ts";
import { Avatar } from "../elements/avatar.tsx";

/** The faces of colleagues who have this conversation open, too. */
export function AlsoLooking({ company: { agents } }: { company: Company }) {
  if (agents.length === 0) return null;
  return (
    <ul class="company" aria-label="Also looking">
      {agents.map(({ id, name, avatarUrl, isWriting }) => (
        <li
          key={id}
          class={isWriting ? "is-writing" : ""}
          title={`${name} ${isWriting ? "is writing" : "is looking at this, too"}`}
        >
          <Avatar name={name} url={avatarUrl} kind="agent" />
          <span class="for-ears">
            {name} {isWriting ? "is writing" : "is looking"}
          </span>
        </li>
      ))}
    </ul>
  );
}
