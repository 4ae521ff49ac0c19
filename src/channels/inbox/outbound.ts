import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { ConversationStore } from "../../conversation/store.ts";
import { isTestVisitor } from "../../conversation/test-visitor.ts";
import { refuseUpgrade, type SocketEndpoint } from "../../http/upgrade.ts";
import type { Live, Signal } from "../../live.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Team } from "../../team/index.ts";
import { listedAfter } from "./conversations/listed.ts";
import { createPage, type Page } from "./conversations/page.ts";
import { signedOutCode, type ToPage } from "./protocol.ts";
import { isSameOrigin } from "./same-origin.ts";

interface Options {
  store: ConversationStore;
  live: Live;
  team: Pick<Team, "signedIn">;
  settings: Pick<SettingsDesk, "subscribe">;
  log: Log;
  publicUrl: string;
  checkEveryMs?: number | undefined;
}

/** What happens → every open page, at once, over `/api/live`. */
export function createOutbound({
  store,
  live,
  team,
  settings,
  log,
  publicUrl,
  checkEveryMs = 30_000,
}: Options): SocketEndpoint {
  const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 });
  const pages = new Map<WebSocket, Page>();
  const stopListening = live.subscribe("all", (signal) => {
    if (isTestVisitor(signal.visitorId)) return;
    for (const page of pages.values()) page.heard(signal);
    if (pages.size > 0) void showInLists(signal);
  });
  const stopFollowing = settings.subscribe(() => tellAll({ type: "settings" }));
  const check = setInterval(() => void checkAll(), checkEveryMs).unref();

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
      stopFollowing();
      for (const socket of pages.keys()) socket.close(1012, "The server restarts.");
      await new Promise((resolve) => setTimeout(resolve, pages.size > 0 ? 200 : 0));
      for (const socket of pages.keys()) socket.terminate();
      server.close();
    },
  };

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!isSameOrigin(request, publicUrl)) return refuseUpgrade(socket, 403, "Forbidden");
    if (!(await team.signedIn(request))) return refuseUpgrade(socket, 401, "Unauthorized");

    server.handleUpgrade(request, socket, head, (opened) => {
      pages.set(opened, createPage({ socket: opened, request, store, log }));
      opened.on("close", () => {
        pages.get(opened)?.closed();
        pages.delete(opened);
      });
    });
  }

  async function showInLists(signal: Signal): Promise<void> {
    try {
      const summary = await listedAfter(signal, store);
      if (!summary) return;
      tellAll({ type: "conversation", summary });
    } catch (error) {
      // The pages would show an old list without knowing: they come back and read it anew.
      log.error("inbox list not told", { error, conversationId: signal.conversationId });
      for (const socket of pages.keys()) socket.close(1013, "Please come back.");
    }
  }

  function tellAll(frame: ToPage): void {
    const text = JSON.stringify(frame);
    for (const page of pages.values()) page.write(text);
  }

  async function checkAll(): Promise<void> {
    await Promise.all(
      [...pages].map(async ([socket, page]) => {
        if (!page.isAlive()) return socket.terminate();
        const member = await team.signedIn(page.request).catch(() => "unknown" as const);
        if (!member) socket.close(signedOutCode, "Please sign in again.");
      }),
    );
  }
}
