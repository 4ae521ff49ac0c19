import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { listen } from "./listen.ts";

/** Sockets that are welcomed and then kept open, with the options the product gives its own. */
const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false });
const welcome = JSON.stringify({ type: "welcome", token: "x".repeat(280), seq: 0, state: {}, entries: [] });

const server = createServer();
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (client) => {
    client.on("message", () => client.send(welcome));
    client.on("close", () => {});
    client.on("error", () => {});
  });
});
listen(server);
