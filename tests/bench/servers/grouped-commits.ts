import { createServer } from "node:http";
import Database from "better-sqlite3";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { listen } from "./listen.ts";

/** A bare echo that writes every frame to disk first: all frames of one turn of the event loop in one transaction. */
const database = new Database(process.env.DATABASE ?? "");
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE Frame (id TEXT PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL)");
const insert = database.prepare("INSERT INTO Frame (id, text, at) VALUES (?, ?, ?)");

let pending: { socket: WebSocket; data: RawData }[] = [];
const write = database.transaction((frames: typeof pending) => {
  for (const { data } of frames) {
    const { id, text } = JSON.parse(String(data)) as { id: string; text: string };
    insert.run(id, text, Date.now());
  }
});

function commit(): void {
  const frames = pending;
  pending = [];
  write(frames);
  for (const { socket, data } of frames) socket.send(data, { binary: false });
}

const server = createServer();
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (socket) => {
  socket.on("message", (data) => {
    if (pending.push({ socket, data }) === 1) setImmediate(commit);
  });
});
listen(server);
