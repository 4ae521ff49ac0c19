import { render } from "preact";
import type { SiteGreeting } from "../../src/channels/widget/protocol.ts";
import { createCells } from "./cell.ts";
import { createChat } from "./chat.ts";
import { createDraft } from "./draft/draft.ts";
import { uploadTo } from "./draft/upload-file.ts";
import type { Embed } from "./embed.ts";
import { followKeyboard } from "./follow-keyboard.ts";
import type { Host } from "./host.ts";
import type { Launcher } from "./launcher.ts";
import type { Memory } from "./memory.ts";
import { newId } from "./new-id.ts";
import { currentPage } from "./page.ts";
import styles from "./style/panel.css?inline";
import { createSurroundings, watchBrowser } from "./surroundings.ts";
import { Panel as PanelView } from "./view/panel.tsx";

export interface PanelParts {
  embed: Embed;
  site: SiteGreeting;
  memory: Memory;
  host: Host;
  launcher: Launcher;
}

export interface Panel {
  /** Opens it, or closes it. */
  toggle(): void;
}

/** All that is behind the launcher: the conversation, and the panel that shows it. */
export function startPanel({ embed, site, memory, host, launcher }: PanelParts): Panel {
  const { origin, siteKey } = embed;
  const query = `?site=${encodeURIComponent(siteKey)}`;
  const cell = createCells(show);
  const surroundings = createSurroundings(cell);
  const { isOpen, isOnline, isWatched, isFocused } = surroundings;
  const chat = createChat({
    cell,
    memory,
    openSocket: () => new WebSocket(`${origin.replace(/^http/, "ws")}/widget/socket${query}`),
    newId,
    now: Date.now,
    page: currentPage,
    isWatched: () => isWatched.value,
    isLooking: () => isOpen.value && isWatched.value && isFocused.value,
  });
  const draft = createDraft({
    cell,
    chat,
    newId,
    token: () => (chat.phase.value === "open" ? memory.get("token") : undefined),
    upload: uploadTo(`${origin}/widget/files${query}`),
  });
  const place = document.createElement("div");

  host.dress(styles);
  host.widget.prepend(place);
  host.widget.addEventListener("keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing && isOpen.value) toggle();
  });
  followKeyboard(host.element);
  watchBrowser(surroundings, chat);
  chat.resume();

  function toggle(): void {
    isOpen.value = !isOpen.value;
    if (isOpen.value) chat.begin();
    else launcher.focus();
  }

  function show(): void {
    host.widget.classList.toggle("open", isOpen.value);
    render(
      isOpen.value && (
        <PanelView
          chat={chat}
          site={site}
          draft={draft}
          origin={origin}
          isOnline={isOnline.value}
          onClose={toggle}
        />
      ),
      place,
    );
    launcher.show({ isOpen: isOpen.value, unread: isOpen.value ? 0 : chat.unread() });
    if (isOpen.value && isWatched.value) chat.markRead();
    draft.attachments.start();
  }

  return { toggle };
}
