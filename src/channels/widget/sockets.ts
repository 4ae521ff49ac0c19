import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { clientAddress, networkOf } from "../../http/client-address.ts";
import { createHeartbeat } from "../../http/heartbeat.ts";
import { refuseUpgrade, type SocketEndpoint } from "../../http/upgrade.ts";
import { preferredLanguage } from "../../settings/languages.ts";
import type { Sites } from "../../settings/sites.ts";
import { type Caller, type ConnectionOptions, connect } from "./connection.ts";
import { embeddingOf } from "./embedding.ts";

export interface SocketsOptions extends ConnectionOptions {
  sites: Pick<Sites, "find">;
  publicUrl: string;
  trustProxy: boolean;
  socketsPerAddress: number;
}

/** Bytes in one frame: the longest message in any alphabet, with room for the rest. */
const maxPayload = 256 * 1024;

/** `/widget/socket?site=KEY`: only pages the site allows get in, and only so many from one address. */
export function widgetSockets(options: SocketsOptions): SocketEndpoint {
  const { trustProxy, socketsPerAddress, log } = options;
  // Compression would cost 30 times the memory per visitor; chat frames are small.
  const server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const heartbeat = createHeartbeat(server);
  const open = new Map<string, number>();

  function counted(address: string, change: 1 | -1): void {
    const count = (open.get(address) ?? 0) + change;
    if (count > 0) open.set(address, count);
    else open.delete(address);
  }

  async function admit(request: IncomingMessage): Promise<Caller | [number, string]> {
    const embedding = await embeddingOf(request, options);
    if (!embedding.allowed) return [embedding.status, embedding.reason];
    const address = networkOf(clientAddress(request, trustProxy));
    if ((open.get(address) ?? 0) >= socketsPerAddress)
      return [429, "Too many chats are open from this address."];
    const language = preferredLanguage(request.headers["accept-language"]);
    return { siteKey: embedding.site.key, address, language };
  }

  /** Out here, because what is made in `upgrade` would keep the whole request in memory as long as the visitor stays. */
  function letIn(client: WebSocket, wire: Duplex, caller: Caller): void {
    counted(caller.address, 1);
    client.on("close", () => counted(caller.address, -1));
    connect(client, wire, caller, options);
    heartbeat.watch(client);
  }

  return {
    path: "/widget/socket",

    upgrade(request, socket, head) {
      const hangUp = () => socket.destroy();
      socket.on("error", hangUp);
      admit(request).then(
        (caller) => {
          if (Array.isArray(caller)) return refuseUpgrade(socket, ...caller);
          socket.off("error", hangUp);
          server.handleUpgrade(request, socket, head, (client) => letIn(client, socket, caller));
        },
        (error: unknown) => {
          log.error("a visitor could not be let in", { error });
          refuseUpgrade(socket, 503, "Try again in a moment.");
        },
      );
    },

    async close() {
      await heartbeat.closeAll();
      await options.presence.stop();
    },
  };
}
