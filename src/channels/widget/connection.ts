import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { type Conversation, concernsPeople, type Page } from "../../conversation/conversation.ts";
import type { ConversationStore } from "../../conversation/ports.ts";
import type { GuardedFiles } from "../../files/index.ts";
import { type Live, type Signal, topicOf } from "../../live.ts";
import { createFeed } from "./feed.ts";
import { act, type Hello, read, type WidgetInbound } from "./inbound.ts";
import { entriesOf, stateOf } from "./outbound.ts";
import type { VisitorPresence } from "./presence.ts";
import type { ToVisitor } from "./protocol.ts";
import type { VisitorTokens } from "./visitor-token.ts";

export interface ConnectionOptions extends WidgetInbound {
  store: ConversationStore;
  live: Live;
  tokens: VisitorTokens;
  presence: VisitorPresence;
  shown: Pick<GuardedFiles, "view">;
  newId: () => string;
}

export interface Caller {
  siteKey: string;
  address: string;
}

/** A visitor who says nothing readable is hung up on after this many frames. */
const maxUnreadable = 5;
const helloWithinMs = 15_000;
/** A client that does not read is hung up on: it resumes from its cursor when it is well again. */
const maxBufferedBytes = 1_000_000;

/** One open widget: says who it is, hears what it missed, then what happens as it happens. */
export function connect(
  socket: WebSocket,
  wire: Duplex,
  { siteKey, address }: Caller,
  options: ConnectionOptions,
): void {
  const { store, live, tokens, presence, shown, newId, log } = options;
  let visitorId: string | undefined;
  let page: Page | undefined;
  /** Of the conversation that people follow: they see whether the visitor is here. */
  let followedId: string | undefined;
  let unsubscribe = () => {};
  let unreadable = 0;
  let impatience: NodeJS.Timeout | undefined = setTimeout(
    () => socket.close(1008, "no hello"),
    helloWithinMs,
  );

  const feed = createFeed(
    store,
    ({ conversation, events }) => {
      arrive(conversation);
      send({
        type: "news",
        seq: events.at(-1)?.seq ?? conversation.seq,
        state: stateOf(conversation),
        entries: entriesOf(events, shown.view),
      });
    },
    (error) => {
      log.error("news could not be read for a visitor", { error });
      socket.close(1011, "try again");
    },
  );

  socket.on("message", (data) => {
    const frame = read(String(data));
    if (!frame) return refuseUnreadable();
    if (frame.type === "hello") return void greet(frame).catch(failGreeting);
    if (visitorId === undefined) return socket.close(1008, "say hello first");
    if ("page" in frame && frame.page) see(frame.page);
    if (frame.type === "page") return;
    if (frame.type === "ping") void lookBack(visitorId);
    void act(options, { siteKey, visitorId, address }, frame).then((answer) => answer && send(answer));
  });
  socket.on("close", () => {
    clearTimeout(impatience);
    unsubscribe();
    if (followedId !== undefined) presence.leave(followedId);
  });
  socket.on("error", (error) => log.debug("a widget's socket failed", { error }));

  async function greet({ token, after }: Hello): Promise<void> {
    if (visitorId !== undefined) return socket.close(1008, "hello twice");
    clearTimeout(impatience);
    impatience = undefined;
    const known = token ? await tokens.read(siteKey, token) : undefined;
    if (socket.readyState !== socket.OPEN) return;
    visitorId = known ?? newId();

    // Listening starts before reading, so what happens in between is heard twice rather than not at all.
    const early: Signal[] = [];
    let hear = (signal: Signal): void => void early.push(signal);
    unsubscribe = live.subscribe(topicOf(siteKey, visitorId), (signal) => hear(signal));

    const conversation = known ? await store.findByVisitor(siteKey, known) : undefined;
    const from = conversation && after <= conversation.seq ? after : 0;
    const events = conversation ? await store.eventsAfter(conversation.id, from) : [];
    const seq = events.at(-1)?.seq ?? from;
    send({
      type: "welcome",
      token: known && token ? token : await tokens.issue(siteKey, visitorId),
      seq,
      state: conversation ? stateOf(conversation) : { status: "assistant" },
      entries: entriesOf(events, shown.view),
    });
    if (conversation) arrive(conversation);

    feed.startAt(seq);
    hear = feed.signal;
    for (const signal of early) feed.signal(signal);
  }

  function arrive(conversation: Conversation): void {
    if (followedId !== undefined || !concernsPeople(conversation) || socket.readyState !== socket.OPEN)
      return;
    followedId = conversation.id;
    presence.arrive(conversation.id, page ?? conversation.page);
  }

  function see(here: Page): void {
    page = here;
    if (followedId !== undefined) presence.see(followedId, here);
  }

  /** A signal from another node may have been lost; the visitor's heartbeat finds what it was about. */
  async function lookBack(id: string): Promise<void> {
    const conversation = await store.findByVisitor(siteKey, id).catch(() => undefined);
    if (conversation)
      feed.signal({ conversationId: conversation.id, siteKey, visitorId: id, seq: conversation.seq });
  }

  /** What is said in one go leaves in one packet: a visitor's own message, and that it is saved. */
  function holdBack(): void {
    if (wire.writableCorked > 0) return;
    wire.cork();
    process.nextTick(() => wire.uncork());
  }

  function failGreeting(error: unknown): void {
    log.error("a visitor could not be welcomed", { error });
    socket.close(1011, "try again");
  }

  function refuseUnreadable(): void {
    unreadable += 1;
    send({ type: "refused", message: "This could not be read. Reload the page to get the current chat." });
    if (unreadable >= maxUnreadable) socket.close(1008, "unreadable");
  }

  function send(frame: ToVisitor): void {
    if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
    else if (socket.readyState === socket.OPEN) {
      holdBack();
      socket.send(JSON.stringify(frame));
    }
  }
}
