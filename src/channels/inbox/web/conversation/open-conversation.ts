import { signal } from "@preact/signals";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { type ConversationEvent, isNews } from "../../../../conversation/events.ts";
import type { Done, TranslationOffer, WholeConversation } from "../../conversations/protocol.ts";
import { fetched, inWords, posted, Refused } from "../api.ts";
import { markSeen } from "../list/seen.ts";
import { newId } from "../new-id.ts";
import { isMe } from "../sign-in/session.ts";

export type Verb =
  | "translate"
  | "stop-translating"
  | "claim"
  | "hand-back"
  | "close"
  | "reopen"
  | "block"
  | "unblock";

/** Something I wrote that is not, as far as this page knows, in the conversation yet. */
export interface Pending {
  id: string;
  text: string;
  note: boolean;
  /** The suggestion of the assistant's it was made from. */
  suggestionId?: string | undefined;
  at: number;
  state: "sending" | "sent" | "failed";
  /** Where it stands, once the server has it. */
  seq?: number | undefined;
  problem?: string | undefined;
}

/** Words an agent wants to change before they are sent. */
export interface Beginning {
  text: string;
  suggestionId: string;
}

export type OpenState =
  | { state: "loading" }
  | { state: "missing" }
  | { state: "failed"; problem: string }
  | {
      state: "ready";
      conversation: Conversation;
      events: ConversationEvent[];
      translation: TranslationOffer | undefined;
    };

export type OpenConversation = ReturnType<typeof createOpenConversation>;

/** The conversation on the screen: what is known of it, and what can be done. */
export function createOpenConversation(id: string) {
  const view = signal<OpenState>({ state: "loading" });
  const pending = signal<Pending[]>([]);
  const busy = signal<Verb | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const beginning = signal<Beginning | undefined>(undefined);
  const path = `/api/conversations/${encodeURIComponent(id)}`;

  const open = {
    id,
    view,
    pending,
    busy,
    problem,
    /** For the composer, which takes it. */
    beginning,

    /** The `seq` up to which this page has everything. */
    cursor: () => (view.value.state === "ready" ? (view.value.events.at(-1)?.seq ?? 0) : undefined),

    async load(): Promise<void> {
      if (view.value.state !== "ready") view.value = { state: "loading" };
      try {
        const { conversation, events, translation } = await fetched<WholeConversation>(path);
        view.value = { state: "ready", conversation, events, translation };
      } catch (error) {
        const missing = error instanceof Refused && error.status === 404;
        view.value = missing ? { state: "missing" } : { state: "failed", problem: inWords(error) };
      }
    },

    /** Takes what is new; what it has already is left out, so nothing ever stands twice. */
    took(conversation: Conversation, events: ConversationEvent[]): void {
      if (view.value.state !== "ready") return;
      const known = open.cursor() ?? 0;
      const fresh = events.filter(({ seq }) => seq > known);
      for (const event of fresh) settle(event);
      const newest = newer(view.value.conversation, conversation);
      view.value = { ...view.value, conversation: newest, events: [...view.value.events, ...fresh] };
    },

    seen(): void {
      if (view.value.state !== "ready" || document.visibilityState !== "visible") return;
      const last = view.value.events.findLast(isNews);
      if (last) markSeen(id, last.at);
    },

    async say(text: string, note: boolean, suggestionId?: string): Promise<void> {
      const message = { id: newId(), text: text.trim(), note, suggestionId, at: Date.now() };
      pending.value = [...pending.value, { ...message, state: "sending" }];
      await send(message);
    },

    /** The same message under the same id: had it arrived after all, it is not said twice. */
    async tryAgain(message: Pending): Promise<void> {
      update(message.id, { state: "sending", problem: undefined });
      await send(message);
    },

    drop(message: Pending): void {
      pending.value = pending.value.filter(({ id }) => id !== message.id);
    },

    async act(verb: Verb): Promise<void> {
      busy.value = verb;
      problem.value = undefined;
      try {
        const { conversation } = await posted<Done>(`${path}/${verb}`, { id: newId() });
        if (conversation) open.took(conversation, []);
      } catch (error) {
        problem.value = inWords(error);
      } finally {
        busy.value = undefined;
      }
    },
  };
  return open;

  async function send({ id, text, note, suggestionId }: Omit<Pending, "at" | "state">): Promise<void> {
    try {
      const said = note ? { id, text } : { id, text, suggestion: suggestionId };
      const { seq, conversation } = await posted<Done>(`${path}/${note ? "note" : "reply"}`, said);
      if ((open.cursor() ?? 0) >= seq) pending.value = pending.value.filter((other) => other.id !== id);
      else update(id, { state: "sent", seq });
      if (conversation) open.took(conversation, []);
    } catch (error) {
      update(id, { state: "failed", problem: inWords(error) });
    }
  }

  function update(id: string, change: Partial<Pending>): void {
    pending.value = pending.value.map((message) => (message.id === id ? { ...message, ...change } : message));
  }

  /** An event that is what I have been sending takes its place. */
  function settle(event: ConversationEvent): void {
    if (event.type !== "message.posted" || event.message.author.kind !== "agent") return;
    const { author, text, note } = event.message;
    if (!isMe(author.id)) return;
    const match =
      pending.value.find(({ seq }) => seq === event.seq) ??
      pending.value.find((mine) => mine.seq === undefined && mine.text === text && mine.note === note);
    if (match) pending.value = pending.value.filter((message) => message !== match);
  }
}

const newer = (a: Conversation, b: Conversation) => (b.version >= a.version ? b : a);
