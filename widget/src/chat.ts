import type {
  AnswerFrame,
  FileView,
  FromVisitor,
  ToVisitor,
  VisitorPage,
  WidgetState,
} from "../../src/channels/widget/protocol.ts";
import type { Cells } from "./cell.ts";
import { createConnection } from "./connection.ts";
import { createDelivery } from "./delivery.ts";
import type { Memory } from "./memory.ts";
import { type Pace, usualPace } from "./pace.ts";
import { createReading } from "./reading.ts";
import { createReceipts } from "./receipts.ts";
import { createRewording } from "./rewording.ts";
import { emptyTranscript, hasFiles, merged, messageOf, newestByAgent, type Said } from "./transcript.ts";
import { createWhereabouts } from "./whereabouts.ts";

export interface ChatParts {
  cell: Cells;
  memory: Memory;
  openSocket(): WebSocket;
  newId(): string;
  now(): number;
  page(): VisitorPage;
  isWatched(): boolean;
  /** The visitor has the log before their eyes. */
  isLooking(): boolean;
  pace?: Pace;
}

export type Chat = ReturnType<typeof createChat>;

/** The visitor's side of one conversation: what was said, what is under way, and who answers. */
export function createChat(parts: ChatParts) {
  const { cell, memory, newId, now, pace = usualPace } = parts;
  const transcript = cell(emptyTranscript);
  const state = cell<WidgetState>({ status: "assistant" });
  /** So much of the assistant's next message; while a person writes theirs, an ellipsis. */
  const halfSaid = cell("");
  const reading = createReading({ cell, memory, transcript });
  const connection = createConnection({ ...parts, hello, hear, pace });
  const delivery = createDelivery({ cell, memory, now, send });
  const { outbox, notice } = delivery;
  const receipts = createReceipts({
    ...parts,
    newest: () => newestByAgent(transcript.value),
    send,
    afterMs: pace.receiptAfterMs,
  });
  const whereabouts = createWhereabouts({
    ...parts,
    hasBegun: () => transcript.value.seq > 0,
    send,
    everyMs: pace.pageEveryMs,
  });

  const rewording = createRewording({ transcript, outbox, put, newId, now });

  let helloToken: string | undefined;
  let helloAfter = 0;
  let wholeSince = 0;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let typedAt = 0;

  function send(frame: FromVisitor): boolean {
    return connection.phase.value === "open" && connection.send(frame);
  }

  function hello(): FromVisitor {
    helloToken = memory.get("token");
    helloAfter = isStale() ? 0 : transcript.value.seq;
    return { type: "hello", after: helloAfter, ...(helloToken && { token: helloToken }) };
  }

  /** Only a welcome to everything brings new addresses of files. */
  function isStale(): boolean {
    return hasFiles(transcript.value) && now() - wholeSince > pace.filesLastMs;
  }

  function hear(frame: ToVisitor): void {
    switch (frame.type) {
      case "welcome":
        welcomed(frame);
        break;
      case "news":
        learn(frame);
        break;
      case "writing":
        read(frame.text);
        break;
      case "saved":
        saved(frame);
        break;
      case "refused":
        delivery.refused(frame);
        break;
      case "pong":
        if (isStale()) connection.again();
    }
  }

  function welcomed(welcome: Extract<ToVisitor, { type: "welcome" }>): void {
    const isBehind = welcome.seq < transcript.value.seq;
    // Another tab was greeted first: joining its conversation keeps the visitor one person.
    const isLate = helloToken !== memory.get("token");
    if (!isLate) memory.set("token", welcome.token);
    // The server does not know our conversation any more, and began another.
    if (isBehind || helloAfter === 0) transcript.value = emptyTranscript;
    if (reading.isAhead(welcome.seq)) {
      reading.upTo(0);
      receipts.forget();
    }
    if (isBehind || isLate) {
      connection.again();
      return;
    }
    if (helloAfter === 0) wholeSince = now();
    notice.value = undefined;
    read("");
    learn(welcome);
    delivery.flush();
    whereabouts.begin();
  }

  /** What is not written on is lost: nothing half said stays. */
  function read(text: string): void {
    clearTimeout(lost);
    halfSaid.value = text;
    if (text) lost = setTimeout(read, pace.halfSaidLastsMs, "");
  }

  function saved({ id, seq }: Extract<ToVisitor, { type: "saved" }>): void {
    const sent = outbox.find(id);
    if (!sent) return;
    outbox.remove(id);
    const { frame, at, files } = sent;
    if (frame.type === "say" && !messageOf(transcript.value, id))
      remember({ type: "message", seq, at, id, author: { kind: "visitor" }, text: frame.text, files });
    if (frame.type === "edit") {
      const message = messageOf(transcript.value, frame.messageId);
      if (message) remember({ ...message, text: frame.text, isEdited: true });
    }
  }

  function remember(message: Said): void {
    transcript.value = merged(transcript.value, [message]);
  }

  function learn(news: Extract<ToVisitor, { type: "welcome" | "news" }>): void {
    transcript.value = merged(transcript.value, news.entries, news.seq);
    state.value = news.state;
    for (const entry of news.entries) {
      if (entry.type !== "line") outbox.remove(entry.id);
      if (entry.type === "message" && entry.author.kind !== "visitor") read("");
      if (entry.type === "gone") outbox.remove(outbox.editOf(entry.id)?.frame.id ?? "");
    }
    receipts.consider();
  }

  function put(...what: Parameters<typeof delivery.put>): void {
    delivery.put(...what);
    connection.begin();
  }

  return {
    transcript,
    state,
    halfSaid,
    notice,
    phase: connection.phase,
    outgoing: outbox.all,
    ...rewording,
    isAsking: () =>
      outbox.all.value.some(({ frame, state }) => frame.type === "ask-for-person" && state === "sending"),
    isSending: () => outbox.all.value.some(({ state }) => state === "sending"),
    unread: reading.unread,

    begin: connection.begin,
    wake: connection.wake,

    /** Someone who has been here before hears at once what was answered meanwhile. */
    resume(): void {
      if (memory.get("token") || outbox.all.value.length > 0) connection.begin();
    },

    say(text: string, files: FileView[] = []): void {
      const ids = files.length > 0 ? { files: files.map(({ id }) => id) } : {};
      put({ type: "say", id: newId(), text, ...ids, page: whereabouts.mentioned() }, files);
    },

    /** The team sees that something is being written, not what. */
    type(): void {
      if (now() - typedAt < pace.pageEveryMs) return;
      typedAt = now();
      send({ type: "typing" });
    },

    /** What the visitor chose, with what they filled in. */
    answer: (frame: AnswerFrame, filled?: object) =>
      put({ ...frame, ...filled, id: newId(), page: whereabouts.mentioned() }),

    tryAgain: delivery.tryAgain,
    discard: outbox.remove,

    /** The visitor has the log before their eyes. */
    markRead(): void {
      receipts.consider();
      reading.all();
    },

    /** Another tab of this website wrote something down. */
    recall(): void {
      reading.recall();
      this.resume();
    },
  };
}
