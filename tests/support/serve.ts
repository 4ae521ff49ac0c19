import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Router } from "express";
import { errorTable } from "../../src/http/errors.ts";
import { quietLog } from "./quiet-log.ts";

export interface Served {
  url: string;
  close(): Promise<void>;
}

/** A router on a port of its own; it is made with the address it will have. */
export async function serve(routerAt: (url: string) => Router | Promise<Router>): Promise<Served> {
  const app = express();
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(await routerAt(url), errorTable(quietLog()));
  return {
    url,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
