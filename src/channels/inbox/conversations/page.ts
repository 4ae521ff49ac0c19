import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Live, Signal } from "../../../live.ts";
import type { Log } from "../../../log.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import { FromPage, type ToPage } from "../protocol.ts";
import { createAttending } from "./attending.ts";
import type { Companies } from "./company.ts";
import { createWatch, type Watch } from "./watch.ts";

interface Options {
  socket: WebSocket;
  request: IncomingMessage;
  member: TeamMember;
  store: ConversationStore;
  live: Pick<Live, "attend">;
  companies: Pick<Companies, "at">;
  log: Log;
}

/** A page that reads slower than this many bytes behind is cut off; it comes back and reads on from its cursor. */
const maxBehind = 4 * 1024 * 1024;

export type Page = ReturnType<typeof createPage>;

/** One open page of the inbox, at the other end of a socket. */
export function createPage({ socket, request, member, store, live, companies, log }: Options) {
  let watch: Watch | undefined;
  let unanswered = 0;
  const opens = (siteKey: string) => mayOpen(member, siteKey);
  const { id, name, avatarUrl } = member;
  const attending = createAttending({
    ...{ page: randomUUID(), agent: { id, name, avatarUrl }, store, live, mayOpen: opens, failed },
  });

  socket.on("message", (data) => take(String(data)));
  socket.on("pong", () => {
    unanswered = 0;
  });
  socket.on("error", () => socket.terminate());

  return {
    request,
    write,
    memberId: member.id,

    /** Who is at a conversation has changed. */
    companyChanged(conversationId: string): void {
      if (watch?.conversationId === conversationId) void tellCompany(conversationId);
    },

    mayOpen: opens,

    /** Whether its member may exactly what they could when it was opened. */
    isStill: ({ role, siteKeys }: TeamMember) =>
      role === member.role && JSON.stringify(siteKeys) === JSON.stringify(member.siteKeys),

    heard(signal: Signal): void {
      if (watch?.conversationId === signal.conversationId) watch.heard(signal);
    },

    /** Asks whether it is still there. False when it did not answer twice: a busy browser may miss one. */
    isAlive(): boolean {
      socket.ping();
      return unanswered++ < 2;
    },

    closed(): void {
      attending.leave();
      watch?.stop();
    },
  };

  function take(text: string): void {
    const frame = FromPage.safeParse(asJson(text));
    if (frame.success) obey(frame.data);
    else socket.close(1008, "This frame cannot be read.");
  }

  function obey(frame: FromPage): void {
    unanswered = 0;
    switch (frame.type) {
      case "ping":
        send({ type: "pong" });
        attending.stay();
        break;
      case "writing":
        attending.say(frame.note ? "noting" : "writing");
        break;
      case "paused":
        attending.say("looking");
        break;
      case "unwatch":
        watch?.stop();
        watch = undefined;
        attending.leave();
        break;
      case "watch":
        watch?.stop();
        watch = createWatch({ ...frame, store, mayOpen: opens, send, failed });
        void watch.catchUp();
        void arrive(frame.conversationId);
        break;
    }
  }

  async function arrive(conversationId: string): Promise<void> {
    await attending.begin(conversationId);
    if (watch?.conversationId === conversationId) await tellCompany(conversationId);
  }

  async function tellCompany(conversationId: string): Promise<void> {
    try {
      const company = await companies.at(conversationId, member.id);
      if (attending.isAt(conversationId)) send({ type: "company", conversationId, company });
    } catch (error) {
      failed(error);
    }
  }

  function send(frame: ToPage): void {
    write(JSON.stringify(frame));
  }

  function write(text: string): void {
    if (socket.bufferedAmount > maxBehind) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(text);
  }

  function failed(error: unknown): void {
    log.error("inbox page not told", { error });
    socket.close(1013, "Please come back.");
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
