import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { type Identities, strangersOnly } from "../../conversation/identities.ts";
import type { Presences } from "../../conversation/presence.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { isTestVisitor } from "../../conversation/test-visitor.ts";
import { refuseUpgrade, type SocketEndpoint } from "../../http/upgrade.ts";
import type { Live, Signal } from "../../live.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Team } from "../../team/index.ts";
import { assignedIn } from "./conversations/assigned-to.ts";
import { createCompany } from "./conversations/company.ts";
import { listedAfter } from "./conversations/listed.ts";
import { createPage, type Page } from "./conversations/page.ts";
import { signedOutCode, type ToPage } from "./protocol.ts";
import { isSameOrigin } from "./same-origin.ts";

interface Options {
  store: ConversationStore;
  live: Live;
  presences?: Pick<Presences, "find"> | undefined;
  team: Pick<Team, "signedIn" | "subscribe">;
  /** Where else members work; nowhere when left out. */
  identities?: Pick<Identities, "follow"> | undefined;
  settings: Pick<SettingsDesk, "subscribe">;
  log: Log;
  publicUrl: string;
  /** A page is opened, or found to be open still. */
  isOpen: () => void;
  checkEveryMs?: number | undefined;
}

/** What happens → every open page, at once, over `/api/live`. */
export function createOutbound({
  store,
  live,
  presences,
  team,
  identities = strangersOnly,
  settings,
  log,
  publicUrl,
  isOpen,
  checkEveryMs = 30_000,
}: Options): SocketEndpoint {
  const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 });
  const pages = new Map<WebSocket, Page>();
  const stopListening = live.subscribe("all", (signal) => {
    if (isTestVisitor(signal.visitorId)) return;
    const { conversationId, siteKey, isErased } = signal;
    if (isErased) return tellAll({ type: "erased", conversationId }, siteKey);
    for (const page of pages.values()) page.heard(signal);
    if (pages.size > 0) void showInLists(signal);
    if (pages.size > 0) void tellAssignee(signal);
  });
  const stopReading = live.hearReads(({ memberId, ...reading }) =>
    tellMember(memberId, { type: "read", ...reading }),
  );
  const stopRecognising = identities.follow((memberId) => tellMember(memberId, { type: "recognised" }));
  const companies = createCompany({
    ...{ live, presences, now: () => performance.now() },
    changed(conversationId) {
      for (const page of pages.values()) page.companyChanged(conversationId);
    },
  });
  const stopFollowing = settings.subscribe(() => tellAll({ type: "settings" }));
  const stopMinding = team.subscribe(() => void checkMembers());
  const check = setInterval(() => {
    for (const [socket, page] of pages) if (!page.isAlive()) socket.terminate();
    void checkMembers();
  }, checkEveryMs).unref();

  return {
    path: "/api/live",

    upgrade(request, socket, head) {
      admit(request, socket, head).catch((error: unknown) => {
        log.error("inbox socket refused", { error });
        refuseUpgrade(socket, 500, "Something went wrong");
      });
    },

    async close() {
      clearInterval(check);
      stopListening();
      stopReading();
      stopRecognising();
      companies.stop();
      stopFollowing();
      stopMinding();
      for (const socket of pages.keys()) socket.close(1012, "The server restarts.");
      await new Promise((resolve) => setTimeout(resolve, pages.size > 0 ? 200 : 0));
      for (const socket of pages.keys()) socket.terminate();
      server.close();
    },
  };

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!isSameOrigin(request, publicUrl)) return refuseUpgrade(socket, 403, "Forbidden");
    const member = await team.signedIn(request);
    if (!member) return refuseUpgrade(socket, 401, "Unauthorized");

    server.handleUpgrade(request, socket, head, (opened) => {
      isOpen();
      pages.set(opened, createPage({ socket: opened, request, member, store, live, companies, log }));
      opened.on("close", () => {
        pages.get(opened)?.closed();
        pages.delete(opened);
      });
    });
  }

  async function showInLists(signal: Signal): Promise<void> {
    try {
      const summary = await listedAfter(signal, store);
      if (summary) tellAll({ type: "conversation", summary }, summary.conversation.siteKey);
    } catch (error) {
      // The pages would show an old list without knowing: they come back and read it anew.
      log.error("inbox list not told", { error, conversationId: signal.conversationId });
      for (const socket of pages.keys()) socket.close(1013, "Please come back.");
    }
  }

  /** Lost, it still stands in their list: not worth more than a line in the log. */
  async function tellAssignee(signal: Signal): Promise<void> {
    try {
      const assigned = await assignedIn(signal, store);
      const conversation = assigned && (signal.conversation ?? (await store.find(signal.conversationId)));
      if (!assigned || !conversation) return;
      const text = JSON.stringify({ type: "assigned", conversation, by: assigned.by.name } satisfies ToPage);
      for (const page of pages.values())
        if (page.memberId === assigned.agent.id && page.mayOpen(conversation.siteKey)) page.write(text);
    } catch (error) {
      log.warn("an agent was not told of a conversation they were given", { error });
    }
  }

  function tellMember(memberId: string, frame: ToPage): void {
    const text = JSON.stringify(frame);
    for (const page of pages.values()) if (page.memberId === memberId) page.write(text);
  }

  /** What concerns a site goes to those who work for it. */
  function tellAll(frame: ToPage, siteKey?: string): void {
    const text = JSON.stringify(frame);
    for (const page of pages.values()) if (siteKey === undefined || page.mayOpen(siteKey)) page.write(text);
  }

  /** Whoever may less than a moment ago must not go on reading; whoever may something else begins anew. */
  async function checkMembers(): Promise<void> {
    await Promise.all(
      [...pages].map(async ([socket, page]) => {
        const member = await team.signedIn(page.request).catch(() => "unknown" as const);
        if (!member) socket.close(signedOutCode, "Please sign in again.");
        else if (member !== "unknown" && !page.isStill(member)) socket.close(1013, "Please come back.");
        else isOpen();
      }),
    );
  }
}
