import type { WidgetState } from "../../../src/channels/widget/protocol.ts";
import * as words from "../words.ts";
import { Avatar } from "./avatar.tsx";
import { DownIcon } from "./icons.tsx";

interface HeaderProps {
  state: WidgetState;
  site: string;
  onClose(): void;
}

/** Who answers now. The button is for phones, where the panel covers the launcher. */
export function Header({ state, site, onClose }: HeaderProps) {
  const agent = state.status === "agent" ? state.agent : undefined;
  const isWaiting = state.status === "waiting";
  const name = isWaiting ? words.waiting : (agent?.name ?? words.assistant);
  return (
    <header>
      <Avatar name={agent?.name} url={agent?.avatarUrl} isWaiting={isWaiting} />
      <div class="who">
        <h2>{name}</h2>
        <p>{site}</p>
      </div>
      <button type="button" class="close" aria-label={words.closeChat} onClick={onClose}>
        <DownIcon />
      </button>
    </header>
  );
}
