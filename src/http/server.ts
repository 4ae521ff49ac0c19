import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import compression from "compression";
import express, { type Express, type RequestHandler, type Router } from "express";
import type { Log } from "../log.ts";
import { errorTable } from "./errors.ts";
import { type HeaderOptions, securityHeaders } from "./security-headers.ts";
import { refuseUpgrade, type SocketEndpoint } from "./upgrade.ts";

export interface HttpOptions extends HeaderOptions {
  /** Mounted first, before anything reads a body: their own signature check needs the bytes as they came. */
  rawRouters: Router[];
  routers: (Router | RequestHandler)[];
  sockets: SocketEndpoint[];
  trustProxy: boolean;
  log: Log;
}

export interface HttpServer {
  app: Express;
  listen(port: number, host: string | undefined): Promise<AddressInfo>;
  close(): Promise<void>;
}

export function createHttpServer(options: HttpOptions): HttpServer {
  const { rawRouters, routers, sockets, trustProxy, log } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy ? 1 : false);
  app.use(securityHeaders(options));
  app.use(compression());
  for (const router of [...rawRouters, ...routers]) app.use(router);
  app.use((request, response) => {
    response.status(404).json({ error: { message: `There is nothing at ${request.path}.` } });
  });
  app.use(errorTable(log));

  const server = createServer(app);
  server.on("upgrade", (request, socket, head) => upgrade(sockets, request, socket, head));

  return {
    app,
    listen: (port, host) => listen(server, port, host),

    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(sockets.map((endpoint) => endpoint.close()));
      server.closeIdleConnections();
      const slow = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(slow);
    },
  };
}

/** How long requests under way may take to finish when the process is asked to stop. */
const drainMs = 5_000;

function upgrade(sockets: SocketEndpoint[], request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const path = (request.url ?? "/").split("?")[0];
  const endpoint = sockets.find((each) => each.path === path);
  if (endpoint) endpoint.upgrade(request, socket, head);
  else refuseUpgrade(socket, 404, "Not Found");
}

async function listen(server: Server, port: number, host: string | undefined): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return server.address() as AddressInfo;
}
