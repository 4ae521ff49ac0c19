import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ready } from "./parent.ts";

export function listen(server: Server): void {
  server.listen(0, "127.0.0.1", () => ready((server.address() as AddressInfo).port));
}
