import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { ConversationStore } from "../../conversation/store.ts";
import type { GuardedFiles } from "../../files/index.ts";
import { type Live, type Signal, topicOf } from "../../live.ts";
import { createFeed } from "./feed.ts";
import { createFollowing } from "./following.ts";
import { act, type Hello, read, type WidgetInbound } from "./inbound.ts";
import { entriesOf, erasedLine, stateOf } from "./outbound.ts";
import type { VisitorPresence } from "./presence.ts";
import { personWrites, type ToVisitor } from "./protocol.ts";
import type { Recognition } from "./recognition.ts";
import { createSocketTurns } from "./socket-turns.ts";

export interface ConnectionOptions extends WidgetInbound {
  store: ConversationStore;
  live: Live;
  recognise: Recognition;
  presence: VisitorPresence;
  shown: Pick<GuardedFiles, "view">;
}

export interface Caller {
  siteKey: string;
  address: string;
  /** What their browser is set to, by its BCP 47 tag. */
  language?: string | undefined;
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
  { siteKey, address, language }: Caller,
  options: ConnectionOptions,
): void {
  const { store, live, recognise, presence, shown, smsConsent, log } = options;
  const inTurn = createSocketTurns(socket);
  const following = createFollowing(presence, (conversationId) =>
    live.attend({ conversationId, who: "visitor", doing: "writing" }),
  );
  let isGreeted = false;
  let visitorId: string | undefined;
  let unsubscribe = () => {};
  let unreadable = 0;
  let isLookingBack = false;
  /** The last event that was sent here: nobody has read more. */
  let sentSeq = 0;
  /** What was last said of who answers, as JSON. */
  let toldState = "";
  /** The page of the agent who is writing. */
  let writer: string | undefined;
  let impatience: NodeJS.Timeout | undefined = setTimeout(
    () => socket.close(1008, "no hello"),
    helloWithinMs,
  );

  const feed = createFeed(
    store,
    ({ conversation, events }) => {
      following.follow(conversation);
      const [state, entries] = [stateOf(conversation, smsConsent), entriesOf(events, shown.view)];
      // A note among the team must not even be felt.
      if (entries.length === 0 && JSON.stringify(state) === toldState) return;
      send({ type: "news", seq: events.at(-1)?.seq ?? conversation.seq, state, entries });
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
    const sender = { siteKey, visitorId, address, language };
    if ("page" in frame && frame.page) following.see(frame.page);
    if (frame.type === "typing") return following.type();
    if (frame.type === "page" || (frame.type === "reached" && frame.seq > sentSeq)) return;
    if (frame.type === "ping") {
      void lookBack(visitorId);
      return send({ type: "pong" });
    }
    inTurn(async () => {
      const answer = await act(options, sender, frame);
      if (answer) send(answer);
    });
  });
  socket.on("close", () => {
    clearTimeout(impatience);
    unsubscribe();
    following.end();
  });
  socket.on("error", (error) => log.debug("a widget's socket failed", { error }));

  /** Whoever stops lets nothing half said vanish but what was told of themselves. */
  function tellOfWriting(page: string, isWriting: boolean): void {
    if (isWriting) send({ type: "writing", text: personWrites });
    else if (writer === page) send({ type: "writing", text: "" });
    writer = isWriting ? page : writer === page ? undefined : writer;
  }

  async function greet({ token, after }: Hello): Promise<void> {
    if (isGreeted) return socket.close(1008, "hello twice");
    isGreeted = true;
    clearTimeout(impatience);
    impatience = undefined;
    const who = await recognise(siteKey, token);
    if (socket.readyState !== socket.OPEN) return;
    const mine = who.visitorId;
    visitorId = mine;

    // Listening starts before reading, so what happens in between is heard twice rather than not at all.
    const early: Signal[] = [];
    let hear = (signal: Signal): void => void early.push(signal);
    const stopListening = live.subscribe(topicOf(siteKey, mine), (signal) =>
      // It comes back, is told that nothing is there, and shows an empty chat.
      signal.isErased ? socket.close(1012, "erased") : hear(signal),
    );
    const stopReading = live.readAlong(siteKey, mine, (text) => send({ type: "writing", text }));
    const stopObserving = live.observe(topicOf(siteKey, mine), ({ who, doing }) => {
      if (who !== "visitor") tellOfWriting(who.page, doing === "writing");
    });
    unsubscribe = () => {
      stopListening();
      stopReading();
      stopObserving();
    };

    const found = who.isKnown ? await store.findByVisitor(siteKey, mine) : undefined;
    const from = found && after <= found.seq ? after : 0;
    const events = found ? await store.eventsAfter(found.id, from) : [];
    const seq = events.at(-1)?.seq ?? from;
    // It may have moved on meanwhile; the state must not be older than what is told of it.
    const conversation = found && seq > found.seq ? await store.find(found.id) : found;
    send({
      type: "welcome",
      token: who.token,
      seq,
      state: conversation ? stateOf(conversation, smsConsent) : { status: "assistant" },
      entries: !found && who.erasedAt ? [erasedLine(who.erasedAt)] : entriesOf(events, shown.view),
    });
    if (conversation) following.follow(conversation);

    feed.startAt(seq);
    hear = feed.signal;
    for (const signal of early) feed.signal(signal);
  }

  /** A signal from another node may have been lost; the visitor's heartbeat finds what it was about. */
  async function lookBack(id: string): Promise<void> {
    if (isLookingBack) return;
    isLookingBack = true;
    const known = sentSeq;
    try {
      const conversation = await store.findByVisitor(siteKey, id);
      if ((conversation?.seq ?? 0) < known) socket.close(1012, "erased");
      else if (conversation)
        feed.signal({ conversationId: conversation.id, siteKey, visitorId: id, seq: conversation.seq });
    } catch (error) {
      log.warn("nothing could be looked up for a visitor", { error });
    } finally {
      isLookingBack = false;
    }
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
      if (frame.type === "welcome" || frame.type === "news") {
        sentSeq = frame.seq;
        toldState = JSON.stringify(frame.state);
      }
      holdBack();
      socket.send(JSON.stringify(frame));
    }
  }
}
