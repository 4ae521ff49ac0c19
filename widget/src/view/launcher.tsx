import type { RefObject } from "preact";
import * as words from "../words.ts";
import { ChatIcon, DownIcon } from "./icons.tsx";

interface LauncherProps {
  isOpen: boolean;
  unread: number;
  button: RefObject<HTMLButtonElement | null>;
  onPress(): void;
}

/** The button in the corner, with the number of messages nobody has looked at. */
export function Launcher({ isOpen, unread, button, onPress }: LauncherProps) {
  return (
    <div class="launcher">
      <button
        ref={button}
        type="button"
        aria-label={isOpen ? words.closeChat : words.openChat}
        aria-expanded={`${isOpen}`}
        aria-describedby="unread"
        onClick={onPress}
      >
        {isOpen ? <DownIcon /> : <ChatIcon />}
      </button>
      <span class="badge" aria-hidden="true">
        {unread > 99 ? "99+" : unread > 0 && unread}
      </span>
      <span id="unread" class="unseen" role="status">
        {unread > 0 && words.unread(unread)}
      </span>
    </div>
  );
}
