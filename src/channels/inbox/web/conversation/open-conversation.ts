import { signal } from "@preact/signals";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { type ConversationEvent, isNews } from "../../../../conversation/events.ts";
import type { Attachment } from "../../../../conversation/message.ts";
import type { Company, Done, TranslationOffer, WholeConversation } from "../../conversations/protocol.ts";
import type { FromPage } from "../../protocol.ts";
import { fetched, inWords, posted, Refused } from "../api.ts";
import { markSeen, seenUpTo } from "../list/seen.ts";
import { newId } from "../new-id.ts";
import { wasErased } from "../privacy/erased-now.ts";
import { createRevealed } from "../privacy/revealed.ts";
import { session } from "../sign-in/session.ts";
import { type Pending, pendingIn, settledBy } from "./pending.ts";
import { sendAgain, sendPending } from "./sending.ts";

export type Verb =
  | "translate"
  | "stop-translating"
  | "claim"
  | "assign"
  | "hand-back"
  | "close"
  | "reopen"
  | "block"
  | "unblock";

/** What an agent says, on its way from the composer. */
export interface Words {
  text: string;
  note?: boolean;
  files?: Attachment[];
  /** The suggestion of the assistant's it was made from. */
  suggestionId?: string | undefined;
}

/** Words an agent wants to change before they are sent. */
export interface Beginning {
  text: string;
  suggestionId: string;
}

/** An act after which what I wrote would not reach the visitor as I meant it. */
export interface Ending {
  verb: "close" | "hand-back";
  /** Done when the server has it. */
  afterwards?: (() => void) | undefined;
}

export type OpenState =
  | { state: "loading" }
  | { state: "missing" }
  | { state: "erased" }
  | { state: "failed"; problem: string }
  | {
      state: "ready";
      conversation: Conversation;
      events: ConversationEvent[];
      translation: TranslationOffer | undefined;
      /** Replies follow a visitor who has left to their address. */
      sendsMail: boolean;
      /** Up to when (ms since 1970) I had read when I came. */
      seenUpTo: number;
    };

export type OpenConversation = ReturnType<typeof createOpenConversation>;

/** The conversation on the screen: what is known of it, and what can be done. `say` tells the server over the line. */
export function createOpenConversation(id: string, say: (frame: FromPage) => void = () => {}) {
  const view = signal<OpenState>({ state: "loading" });
  const pending = pendingIn(id);
  const company = signal<Company>({ agents: [], visitor: { isWriting: false } });
  const busy = signal<Verb | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const ending = signal<Ending | undefined>(undefined);
  const beginning = signal<Beginning | undefined>(undefined);
  const path = `/api/conversations/${encodeURIComponent(id)}`;

  const open = {
    id,
    path,
    view,
    pending,
    /** Who else is here. */
    company,
    busy,
    problem,
    /** What is asked about before it is done, because a reply of mine is unsent. */
    ending,
    /** For the composer, which takes it. */
    beginning,
    say,
    /** What somebody looks at that is masked. */
    revealed: createRevealed(path),

    /** The `seq` up to which this page has everything. */
    cursor: () => (view.value.state === "ready" ? (view.value.events.at(-1)?.seq ?? 0) : undefined),

    async load(): Promise<void> {
      if (view.value.state !== "ready") view.value = { state: "loading" };
      try {
        const whole = await fetched<WholeConversation>(path);
        const { conversation, events, translation, sendsMail } = whole;
        for (const event of events) settle(event);
        const seen = { seenUpTo: seenUpTo(id) };
        view.value = { state: "ready", conversation, events, translation, sendsMail, ...seen };
      } catch (error) {
        const status = error instanceof Refused ? error.status : 0;
        if (status === 410) return open.isErased();
        view.value = status === 404 ? { state: "missing" } : { state: "failed", problem: inWords(error) };
      }
    },

    /** Takes what is new; what it has already is left out, so nothing ever stands twice. */
    took(conversation: Conversation, events: ConversationEvent[]): void {
      if (view.value.state !== "ready") return;
      const known = open.cursor() ?? 0;
      const fresh = events.filter(({ seq }) => seq > known);
      for (const event of fresh) {
        settle(event);
        // It was revealed as it stood before.
        if ("message" in event) open.revealed.hide(event.message.id);
      }
      const newest = newer(view.value.conversation, conversation);
      view.value = { ...view.value, conversation: newest, events: [...view.value.events, ...fresh] };
    },

    /** Nothing of it is left, on this screen either. */
    isErased(): void {
      pending.value = [];
      open.revealed.hideAll();
      wasErased(id);
      view.value = { state: "erased" };
    },

    /** Removes it everywhere. */
    async erase(): Promise<void> {
      await posted(`${path}/erase`);
      open.isErased();
    },

    seen(): void {
      if (view.value.state !== "ready" || document.visibilityState !== "visible") return;
      const last = view.value.events.findLast(isNews);
      if (last) void markSeen(id, last.at);
    },

    async send({ text, note = false, files = [], suggestionId }: Words): Promise<void> {
      const message = { id: newId(), text: text.trim(), note, files, suggestionId, at: Date.now() };
      pending.value = [...pending.value, { ...message, state: "sending" }];
      const done = await sendPending(id, message.id);
      if (done?.conversation) open.took(done.conversation, []);
    },

    tryAgain: (message: Pending) => sendAgain(id, message),

    drop(message: Pending): void {
      pending.value = pending.value.filter(({ id }) => id !== message.id);
    },

    /** Resolves to whether it was done; why not stands in `problem`. */
    async act(verb: Verb, more: object = {}): Promise<boolean> {
      busy.value = verb;
      problem.value = undefined;
      try {
        const { conversation } = await posted<Done>(`${path}/${verb}`, { id: newId(), ...more });
        if (conversation) open.took(conversation, []);
        return true;
      } catch (error) {
        problem.value = inWords(error);
        return false;
      } finally {
        busy.value = undefined;
      }
    },
  };
  return open;

  /** An event that is what I have been sending takes its place. */
  function settle(event: ConversationEvent): void {
    const me = session.value.state === "in" ? session.value.member.id : "";
    const match = settledBy(event, pending.value, me);
    if (match) pending.value = pending.value.filter((message) => message !== match);
  }
}

const newer = (a: Conversation, b: Conversation) => (b.version >= a.version ? b : a);
