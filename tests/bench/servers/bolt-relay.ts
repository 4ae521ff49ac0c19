import { createServer } from "node:http";
import { App, ExpressReceiver } from "@slack/bolt";
import { type WebSocket, WebSocketServer } from "ws";
import { listen } from "./listen.ts";

/** The least one can do: Bolt takes the event, and the socket that watches its thread gets a frame. Nothing is kept. */
const sockets = new Map<string, WebSocket>();
const receiver = new ExpressReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? "",
  endpoints: "/slack/events",
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: "xoxb-bare", botId: "B0BARE", botUserId: "U0BARE", teamId: "T0BARE" }),
});

app.message(async ({ message }) => {
  if (message.subtype !== undefined || !message.thread_ts) return;
  const { text, ts: id } = message;
  const entry = { type: "message", seq: 1, at: Date.now(), id, author: { kind: "agent", name: "Ana" }, text };
  sockets.get(message.thread_ts)?.send(JSON.stringify({ type: "news", seq: 1, entries: [entry] }));
});

const server = createServer(receiver.app);
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (socket, request) => {
  const thread = new URL(request.url ?? "/", "http://bare").searchParams.get("thread") ?? "";
  sockets.set(thread, socket);
  socket.on("message", () => socket.send(JSON.stringify({ type: "welcome" })));
});
listen(server);
