import type { FromVisitor, ToVisitor, VisitorPage, WidgetState } from "../../src/channels/widget/protocol.ts";
import type { Cells } from "./cell.ts";
import { createConnection, type Pace } from "./connection.ts";
import type { Memory } from "./memory.ts";
import { createOutbox, type Outgoing } from "./outbox.ts";
import { emptyTranscript, hasMessage, merged, messagesSince } from "./transcript.ts";

export interface ChatParts {
  cell: Cells;
  memory: Memory;
  openSocket(): WebSocket;
  newId(): string;
  now(): number;
  page(): VisitorPage;
  isWatched(): boolean;
  pace?: Pace;
}

export type Chat = ReturnType<typeof createChat>;

/** The visitor's side of one conversation: what was said, what is under way, and who answers. */
export function createChat({ cell, memory, openSocket, newId, now, page, isWatched, pace }: ChatParts) {
  const transcript = cell(emptyTranscript);
  const state = cell<WidgetState>({ status: "assistant" });
  /** The server's words about something other than one message. */
  const notice = cell<string | undefined>(undefined);
  const readSeq = cell(Number(memory.get("read") ?? 0));
  const outbox = createOutbox(cell, memory);
  const connection = createConnection({ cell, openSocket, hello, hear, isWatched, pace });

  let helloToken: string | undefined;
  let sendAfter = 0;

  function hello(): FromVisitor {
    helloToken = memory.get("token");
    return { type: "hello", after: transcript.value.seq, ...(helloToken && { token: helloToken }) };
  }

  function hear(frame: ToVisitor): void {
    switch (frame.type) {
      case "welcome":
        welcomed(frame);
        break;
      case "news":
        learn(frame);
        break;
      case "saved":
        saved(frame);
        break;
      case "refused":
        refused(frame);
        break;
      case "pong":
    }
  }

  function welcomed(welcome: Extract<ToVisitor, { type: "welcome" }>): void {
    const isBehind = welcome.seq < transcript.value.seq;
    // Another tab was greeted first: joining its conversation keeps the visitor one person.
    const isLate = !helloToken && memory.get("token") !== undefined;
    if (!isLate) memory.set("token", welcome.token);
    // The server does not know our conversation any more, and began another.
    if (isBehind) transcript.value = emptyTranscript;
    if (welcome.seq < readSeq.value) readUpTo(0);
    if (isBehind || isLate) {
      connection.again();
      return;
    }
    notice.value = undefined;
    learn(welcome);
    flush();
  }

  function saved({ id, seq }: Extract<ToVisitor, { type: "saved" }>): void {
    const sent = outbox.remove(id);
    if (sent?.frame.type !== "say" || hasMessage(transcript.value, id)) return;
    const author = { kind: "visitor" } as const;
    const entry = { type: "message", seq, at: sent.at, id, author, text: sent.frame.text } as const;
    transcript.value = merged(transcript.value, [entry]);
  }

  function learn(news: Extract<ToVisitor, { type: "welcome" | "news" }>): void {
    transcript.value = merged(transcript.value, news.entries, news.seq);
    state.value = news.state;
    for (const entry of news.entries) if (entry.type === "message") outbox.remove(entry.id);
  }

  function refused({ id, message, retryAfterMs }: Extract<ToVisitor, { type: "refused" }>): void {
    const about = outbox.all.value.find(({ frame }) => frame.id === id)?.frame;
    if (about?.type === "say")
      outbox.change(about.id, { state: retryAfterMs === undefined ? "failed" : "sending", reason: message });
    else notice.value = message;

    if (retryAfterMs !== undefined) pause(retryAfterMs);
    else if (about?.type === "ask-for-person") outbox.remove(about.id);
  }

  /** Everything waits, not only what was refused, or later messages would overtake it. */
  function pause(ms: number): void {
    if (sendAfter <= now())
      setTimeout(() => {
        sendAfter = 0;
        notice.value = undefined;
        flush();
      }, ms);
    sendAfter = now() + ms;
  }

  function flush(): void {
    for (const { frame, state } of outbox.all.value) if (state === "sending") transmit(frame);
  }

  function transmit(frame: FromVisitor): void {
    if (connection.phase.value === "open" && sendAfter <= now()) connection.send(frame);
  }

  function put(frame: Outgoing["frame"]): void {
    notice.value = undefined;
    outbox.add({ frame, at: now(), state: "sending" });
    connection.begin();
    transmit(frame);
  }

  function readUpTo(seq: number): void {
    readSeq.value = seq;
    memory.set("read", String(seq));
  }

  return {
    transcript,
    state,
    notice,
    phase: connection.phase,
    outgoing: outbox.all,
    isAsking: () =>
      outbox.all.value.some(({ frame, state }) => frame.type === "ask-for-person" && state === "sending"),
    unread: () => messagesSince(transcript.value, readSeq.value),

    begin: connection.begin,
    wake: connection.wake,

    /** Someone who has been here before hears at once what was answered meanwhile. */
    resume(): void {
      if (memory.get("token") || outbox.all.value.length > 0) connection.begin();
    },

    say: (text: string) => put({ type: "say", id: newId(), text, page: page() }),

    askForPerson: () => put({ type: "ask-for-person", id: newId(), page: page() }),

    tryAgain(id: string): void {
      outbox.change(id, { state: "sending", reason: undefined });
      const again = outbox.all.value.find(({ frame }) => frame.id === id);
      if (again) transmit(again.frame);
    },

    markRead(): void {
      const last = transcript.value.entries.at(-1)?.seq ?? 0;
      if (last > readSeq.value) readUpTo(last);
    },

    /** Another tab of this website wrote something down. */
    recall(): void {
      readSeq.value = Number(memory.get("read") ?? 0);
      this.resume();
    },
  };
}
