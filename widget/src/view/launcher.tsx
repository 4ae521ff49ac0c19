import type { RefObject } from "preact";
import { words } from "../words.ts";
import { ChatIcon, DownIcon } from "./icons.tsx";

interface LauncherProps {
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  unread: number;
  onClick(): void;
}

export function Launcher({ button, isOpen, unread, onClick }: LauncherProps) {
  return (
    <div class="launcher">
      <button
        ref={button}
        type="button"
        aria-label={isOpen ? words.closeChat : words.openChat}
        aria-expanded={isOpen}
        aria-describedby="unread"
        onClick={onClick}
      >
        {isOpen ? <DownIcon /> : <ChatIcon />}
      </button>
      {unread > 0 && (
        <span class="badge" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
      <span id="unread" class="unseen" role="status">
        {unread > 0 && words.unread(unread)}
      </span>
    </div>
  );
}
