import { effect, signal, untracked } from "@preact/signals";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { Company } from "../conversations/protocol.ts";
import { createAlerts } from "./alerts/alerts.ts";
import type { Alert } from "./alerts/newsworthy.ts";
import { visitorName } from "./conversation/names.ts";
import { createOpenConversation, type OpenConversation } from "./conversation/open-conversation.ts";
import { sendWhatWaits } from "./conversation/sending.ts";
import { tell } from "./elements/toasts.tsx";
import { createLine, type Line } from "./line.ts";
import { loadList, showInList, takeFromList } from "./list/conversation-list.ts";
import { listQuery } from "./list/list-query.ts";
import { tookRead } from "./list/seen.ts";
import { wasErased } from "./privacy/erased-now.ts";
import { forgetRights, readRights } from "./privacy/rights.ts";
import { go, pathOf, route } from "./route.ts";
import { settingsHaveMoved, settingsMoved } from "./settings/moved.ts";

const resendEveryMs = 10_000;

/** What stands in the right-hand pane. */
export const current = signal<OpenConversation | undefined>(undefined);

/** Connects the page to the server for as long as somebody is signed in. Returns how to stop. */
export function startInbox(): () => void {
  const alerts = createAlerts();
  const line = createLine({
    opened() {
      // Whatever was missed while the line was down: the list is read anew, the conversation from its cursor.
      void loadList();
      settingsHaveMoved();
      sendWhatWaits();
      const open = current.peek();
      if (open) void watch(line, open);
    },
    heard(frame) {
      if (frame.type === "conversation") {
        showInList(frame.summary);
        alerts.heard(frame.summary);
      }
      if (frame.type === "read") tookRead(frame.conversationId, frame.readAt);
      if (frame.type === "recognised") readAnew();
      if (frame.type === "erased") {
        takeFromList(frame.conversationId);
        wasErased(frame.conversationId);
        if (current.peek()?.id === frame.conversationId) current.peek()?.isErased();
      }
      if (frame.type === "settings") settingsHaveMoved();
      if (frame.type === "news" && current.peek()?.id === frame.conversationId)
        current.peek()?.took(frame.conversation, frame.events);
      if (frame.type === "company" && current.peek()?.id === frame.conversationId)
        showCompany(current.peek(), frame.company);
      if (frame.type === "assigned") {
        tellAssigned(frame.conversation, frame.by);
        alerts.tell(assignedBy(frame.by, frame.conversation));
      }
    },
  });

  // A request may fail while the line holds.
  const resending = setInterval(sendWhatWaits, resendEveryMs);
  addEventListener("online", sendWhatWaits);

  const stopFollowing = effect(() => {
    const id = route.value.page === "conversations" ? route.value.id : undefined;
    if (id !== current.peek()?.id) void show(line, id);
  });

  const stopListing = effect(() => {
    void listQuery.value;
    untracked(() => void loadList({ clear: true }));
  });

  const stopMinding = effect(() => {
    void settingsMoved.value;
    void untracked(mindRights);
  });

  return () => {
    stopMinding();
    forgetRights();
    stopFollowing();
    stopListing();
    clearInterval(resending);
    removeEventListener("online", sendWhatWaits);
    alerts.stop();
    line.stop();
    current.value = undefined;
  };
}

/** Where masking was switched, everything is shown anew. */
async function mindRights(): Promise<void> {
  if (await readRights()) readAnew();
}

function readAnew(): void {
  void loadList();
  void current.peek()?.load();
}

function showCompany(open: OpenConversation | undefined, company: Company): void {
  if (open) open.company.value = company;
}

function tellAssigned(conversation: Conversation, by: string): void {
  const name = visitorName(conversation);
  const path = pathOf(conversation.id);
  tell(`${by} assigned ${name} to you.`, { label: "Open", run: () => go(path) });
}

const assignedBy = (by: string, conversation: Conversation): Alert => ({
  conversationId: conversation.id,
  title: `${by} assigned ${visitorName(conversation)} to you`,
  body: "",
});

async function show(line: Line, id: string | undefined): Promise<void> {
  line.say({ type: "unwatch" });
  const open = id === undefined ? undefined : createOpenConversation(id, line.say);
  current.value = open;
  if (open) await watch(line, open);
}

async function watch(line: Line, open: OpenConversation): Promise<void> {
  if (open.cursor() === undefined) await open.load();
  const after = open.cursor();
  if (after !== undefined && current.peek() === open)
    line.say({ type: "watch", conversationId: open.id, after });
}
