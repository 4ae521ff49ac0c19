import type { Listed } from "../../conversations/protocol.ts";
import { go, pathOf, route } from "../route.ts";
import { isMe } from "../sign-in/session.ts";
import { chime, warmUp } from "./chime.ts";
import { type Alert, newsworthy } from "./newsworthy.ts";
import { createOnePage } from "./one-page.ts";
import { readWishes, wishes } from "./wishes.ts";

export type Alerts = ReturnType<typeof createAlerts>;

/** Tells whoever is signed in of what is worth it, by a sound and by their computer, also from a tab in the background. */
export function createAlerts() {
  const known = new Map<string, Listed>();
  const page = createOnePage();
  const stopWarming = warmUp();
  readWishes();

  return {
    heard(news: Listed): void {
      const { id, agent } = news.conversation;
      const before = known.get(id);
      known.set(id, news);
      const { about } = wishes.peek();
      const alert = newsworthy(news, { before, isMine: isMe(agent?.id), about });
      if (alert) tellOf(alert);
    },

    /** Somebody gave the member a conversation. */
    tell: tellOf,

    stop(): void {
      page.stop();
      stopWarming();
    },
  };

  function tellOf(alert: Alert): void {
    if (!page.isThis() || isLookedAt(alert.conversationId)) return;
    const { sound, desktop } = wishes.peek();
    if (sound) chime();
    if (desktop) showOnDesktop(alert);
  }
}

function isLookedAt(conversationId: string): boolean {
  const shown = route.peek();
  return document.hasFocus() && shown.page === "conversations" && shown.id === conversationId;
}

/** One a conversation: what comes next takes its place. A press leads to the conversation. */
function showOnDesktop({ conversationId, title, body }: Alert): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  const shown = new Notification(title, { body, tag: conversationId, icon: "/inbox/icon.svg" });
  shown.onclick = () => {
    window.focus();
    go(pathOf(conversationId));
    shown.close();
  };
}
