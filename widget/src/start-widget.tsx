import { createRef, render } from "preact";
import type { SiteGreeting } from "../../src/channels/widget/protocol.ts";
import { createCells } from "./cell.ts";
import { createChat } from "./chat.ts";
import { createDraft } from "./draft/draft.ts";
import { uploadTo } from "./draft/upload-file.ts";
import type { Embed } from "./embed.ts";
import { followKeyboard } from "./follow-keyboard.ts";
import { createHost } from "./host.ts";
import { createMemory } from "./memory.ts";
import { newId } from "./new-id.ts";
import { currentPage } from "./page.ts";
import { createSurroundings, watchBrowser } from "./surroundings.ts";
import { Launcher } from "./view/launcher.tsx";
import { Panel } from "./view/panel.tsx";
import { wear } from "./wear.ts";

/** All that a visitor sees of us: the launcher, the conversation behind it, and the panel that shows it. */
export function startWidget({ origin, siteKey }: Embed, site: SiteGreeting): void {
  const query = `?site=${encodeURIComponent(siteKey)}`;
  const memory = createMemory(siteKey, () => localStorage);
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
  const { host, widget } = createHost();
  const button = createRef<HTMLButtonElement>();

  widget.onkeydown = ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing && isOpen.value) toggle();
  };
  wear(site, widget);
  followKeyboard(host);
  watchBrowser(surroundings, chat);
  chat.resume();
  show();

  function toggle(): void {
    isOpen.value = !isOpen.value;
    if (isOpen.value) chat.begin();
    else button.current?.focus();
  }

  function show(): void {
    widget.classList.toggle("open", isOpen.value);
    render(
      [
        isOpen.value && (
          <Panel
            chat={chat}
            site={site}
            draft={draft}
            origin={origin}
            isOnline={isOnline.value}
            onClose={toggle}
          />
        ),
        <Launcher
          key="launcher"
          isOpen={isOpen.value}
          unread={isOpen.value ? 0 : chat.unread()}
          button={button}
          onPress={toggle}
        />,
      ],
      widget,
    );
    if (isOpen.value && isWatched.value) chat.markRead();
    draft.attachments.start();
  }
}
