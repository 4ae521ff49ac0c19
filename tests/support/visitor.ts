import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import type {
  Entry,
  FileView,
  FromVisitor,
  ToVisitor,
  Uploaded,
  WidgetState,
} from "../../src/channels/widget/protocol.ts";
import { patienceMs } from "./patience.ts";

type Line = Exclude<Entry, { type: "gone" }>;
type Said = Extract<Entry, { type: "message" }>;

/** A visitor with the site open in one tab, speaking the real protocol over a real socket. */
export class Visitor {
  readonly frames: ToVisitor[] = [];
  readonly entries: Entry[] = [];
  state: WidgetState | undefined;
  token = "";
  cursor = 0;
  readonly #socket: WebSocket;
  readonly #url: string;
  readonly #site: string;

  private constructor(socket: WebSocket, url: string, site: string) {
    this.#socket = socket;
    this.#url = url;
    this.#site = site;
    socket.on("message", (data) => this.#hear(JSON.parse(String(data))));
  }

  static async arrives(
    url: string,
    token?: string,
    { after = 0, site = "default", origin }: { after?: number; site?: string; origin?: string } = {},
  ): Promise<Visitor> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/widget/socket?site=${site}`, {
      ...(origin === undefined ? {} : { origin }),
    });
    const visitor = new Visitor(socket, url, site);
    await once(socket, "open");
    visitor.send({ type: "hello", after, ...(token === undefined ? {} : { token }) });
    await visitor.until(() => visitor.token !== "");
    return visitor;
  }

  send(frame: FromVisitor): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** Resolves when the message is saved; rejects with the server's words when it is refused. */
  async says(text: string, id: string = randomUUID()): Promise<number> {
    this.send({ type: "say", id, text, page: { url: "https://shop.example/prices", title: "Prices" } });
    return this.answerTo(id);
  }

  /** Says something with files that were uploaded before. */
  async sends(files: Pick<FileView, "id">[], text = "", id: string = randomUUID()): Promise<number> {
    this.send({ type: "say", id, text, files: files.map((file) => file.id) });
    return this.answerTo(id);
  }

  async edits(messageId: string, text: string, id: string = randomUUID()): Promise<number> {
    this.send({ type: "edit", id, messageId, text });
    return this.answerTo(id);
  }

  /** Not answered. */
  reached(seq: number, isSeen = true): void {
    this.send({ type: "reached", seq, isSeen });
  }

  /** Rejects with the server's words. */
  async uploads(
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    mime = "text/plain",
  ): Promise<Uploaded> {
    const response = await fetch(`${this.#url}/widget/files?site=${this.#site}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${this.token}`,
        "Content-Type": mime,
        "X-File-Name": encodeURIComponent(name),
      },
      body: content,
    });
    const body = await response.json();
    if (!response.ok) throw new Error(body.error.message);
    return body;
  }

  async asksForPerson(id: string = randomUUID()): Promise<number> {
    this.send({ type: "ask-for-person", id });
    return this.answerTo(id);
  }

  async answerTo(id: string): Promise<number> {
    const answer = await this.until(() =>
      this.frames.find((frame) => (frame.type === "saved" || frame.type === "refused") && frame.id === id),
    );
    if (answer.type === "saved") return answer.seq;
    throw new Error(answer.type === "refused" ? answer.message : "no answer");
  }

  /** What stands in the log: edits in the place of what they change, nothing of what was taken back. */
  get shown(): Line[] {
    const lines = new Map<string, Line>();
    for (const entry of this.entries) {
      if (entry.type === "gone") lines.delete(entry.id);
      else lines.set(entry.type === "message" ? entry.id : `line ${entry.seq}`, entry);
    }
    return [...lines.values()].sort((one, other) => one.seq - other.seq);
  }

  /** What stands in the log, as a person reads it: `Ana: Hello`, `– Connecting you…`. */
  get log(): string[] {
    return this.shown.map((entry) => {
      if (entry.type === "line") return `– ${entry.text}`;
      const { author } = entry;
      return `${author.kind === "agent" ? author.name : author.kind}: ${entry.text}`;
    });
  }

  /** Waits until `condition` gives something; fails with what was heard so far. */
  async until<T>(condition: () => T | undefined | false, withinMs = patienceMs): Promise<T> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const result = condition();
      if (result) return result;
      if (Date.now() > deadline)
        throw new Error(`It did not happen within ${withinMs} ms. Heard: ${JSON.stringify(this.log)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  hears(text: string): Promise<Line> {
    return this.until(() => this.shown.find((entry) => entry.text.includes(text)));
  }

  /** Until nothing in the log has these words any more. */
  async hearsNoMore(text: string): Promise<void> {
    await this.until(() => !this.shown.some((entry) => entry.text.includes(text)));
  }

  /** The message as it stands now. */
  message(text: string): Said {
    const found = this.shown.find(
      (entry): entry is Said => entry.type === "message" && entry.text.includes(text),
    );
    if (!found) throw new Error(`Nobody said "${text}". Heard: ${JSON.stringify(this.log)}`);
    return found;
  }

  get closed(): Promise<number> {
    return once(this.#socket, "close").then(([code]) => code);
  }

  leaves(): void {
    this.#socket.terminate();
  }

  #hear(frame: ToVisitor): void {
    this.frames.push(frame);
    if (frame.type !== "welcome" && frame.type !== "news") return;
    if (frame.type === "welcome") this.token = frame.token;
    this.entries.push(...frame.entries);
    this.state = frame.state;
    this.cursor = frame.seq;
  }
}
