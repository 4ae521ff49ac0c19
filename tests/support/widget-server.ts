import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type WebSocket, WebSocketServer } from "ws";
import type {
  FileView,
  FromVisitor,
  SiteGreeting,
  ToVisitor,
  Uploaded,
} from "../../src/channels/widget/protocol.ts";
import { FakeConversation } from "./fake-conversation.ts";

export type WidgetServer = Awaited<ReturnType<typeof startWidgetServer>>;

/** A customer's website and the widget's server in one, keeping conversations in memory. */
export async function startWidgetServer(script = "") {
  const greeting: SiteGreeting = {
    name: "Acme",
    greeting: "Hello! How can I help?",
    people: true,
    look: { accent: "", side: "right" },
    ink: "",
  };
  const conversations = new Map<string, FakeConversation>();
  const heard: FromVisitor[] = [];
  /** What goes wrong, until it is set back. */
  const trouble = {
    /** Frames that are read and never answered. */
    deafTo: new Set<FromVisitor["type"]>(),
    /** What `say`, `edit` and `ask-for-person` are answered with, one each. */
    refusals: [] as { message: string; retryAfterMs?: number }[],
    /** What uploads are answered with, one each. */
    uploadRefusals: [] as string[],
    /** Uploads are answered no earlier. */
    uploadsWait: Promise.resolve(),
    /** What welcomes wait for, one each. */
    welcomesWait: [] as Promise<void>[],
    unwelcome: undefined as { status: number; message: string } | undefined,
    page: '<button id="page">The page</button>',
    headers: {} as Record<string, string>,
  };

  const files = new Map<string, { mime: string; bytes: Buffer }>();

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "authorization, content-type, x-file-name");
    if (request.method === "OPTIONS") return response.end();
    if (pathname === "/widget/files") {
      const bytes = await buffer(request);
      await trouble.uploadsWait;
      const refusal = trouble.uploadRefusals.shift();
      const conversation = conversations.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
      if (refusal || !conversation)
        return answerJson(response, 422, { error: { message: refusal ?? "Who are you?" } });
      return answerJson(response, 201, received(conversation, request, bytes));
    }
    const file = files.get(pathname);
    if (file) return response.writeHead(200, { "content-type": file.mime }).end(file.bytes);
    if (pathname === "/widget.js") return answer(response, 200, "text/javascript", script);
    if (pathname === "/widget/site") {
      const { unwelcome } = trouble;
      const body = unwelcome ? { error: { message: unwelcome.message } } : greeting;
      return answerJson(response, unwelcome?.status ?? 200, body);
    }
    for (const [name, value] of Object.entries(trouble.headers)) response.setHeader(name, value);
    const head = '<title>Shop</title><meta name="viewport" content="width=device-width">';
    const tag = '<script src="/widget.js" data-site="default" async></script>';
    return answer(
      response,
      200,
      "text/html",
      `<!doctype html><html lang="en">${head}<main>${trouble.page}</main>${tag}`,
    );
  });
  const sockets = new WebSocketServer({ server, path: "/widget/socket" });

  sockets.on("connection", (socket) => {
    let conversation: FakeConversation | undefined;
    const send = (frame: ToVisitor) => socket.send(JSON.stringify(frame));
    socket.on("close", () => conversation?.listeners.delete(send));
    socket.on("message", (data) => {
      const frame: FromVisitor = JSON.parse(String(data));
      heard.push(frame);
      if (trouble.deafTo.has(frame.type)) return;
      if (frame.type === "ping") return send({ type: "pong" });
      if (frame.type === "hello") {
        const begun = greeted(frame.token);
        const welcome = () => {
          conversation = begun;
          send(begun.since(frame.after));
          begun.listeners.add(send);
        };
        const wait = trouble.welcomesWait.shift();
        if (wait) void wait.then(welcome);
        else welcome();
        return;
      }
      if (frame.type === "reached" || frame.type === "page" || frame.type === "typing") return;
      const refusal = trouble.refusals.shift();
      if (refusal) return send({ type: "refused", id: frame.id, ...refusal });
      if (conversation) send({ type: "saved", id: frame.id, seq: conversation.take(frame) });
    });
  });

  function received(conversation: FakeConversation, request: IncomingMessage, bytes: Buffer): Uploaded {
    const { "content-type": mime = "", "x-file-name": name = "" } = request.headers;
    const view = keep(decodeURIComponent(String(name)), mime, bytes);
    conversation.files.set(view.id, view);
    return view;
  }

  function keep(name: string, mime: string, bytes: Buffer): FileView {
    const id = crypto.randomUUID();
    const url = `/files/${id}`;
    files.set(url, { mime, bytes });
    return { id, name, mime, size: bytes.length, url, isImage: mime.startsWith("image/") };
  }

  function greeted(token: string | undefined): FakeConversation {
    const known = token && conversations.get(token);
    if (known) return known;
    const begun = new FakeConversation(crypto.randomUUID());
    conversations.set(begun.token, begun);
    return begun;
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    socketUrl: `${url.replace("http", "ws")}/widget/socket?site=default`,
    greeting,
    trouble,
    heard,
    conversations,
    /** A file an agent may send. */
    keep,

    /** The only visitor's. */
    conversation(): FakeConversation {
      const [only] = conversations.values();
      if (!only || conversations.size > 1) throw new Error(`There are ${conversations.size} conversations.`);
      return only;
    },

    openSockets: (): WebSocket[] => [...sockets.clients],

    disconnect(code?: number): void {
      for (const socket of sockets.clients) code ? socket.close(code) : socket.terminate();
    },

    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const answerJson = (response: ServerResponse, status: number, body: object) =>
  answer(response, status, "application/json", JSON.stringify(body));

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(body);
}
