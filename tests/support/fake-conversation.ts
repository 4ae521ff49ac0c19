import { asksOf } from "../../src/channels/widget/asks.ts";
import type {
  Entry,
  EntryAuthor,
  FileView,
  FromVisitor,
  ToVisitor,
  WidgetState,
} from "../../src/channels/widget/protocol.ts";
import { begun } from "../../src/conversation/conversation.ts";
import type { RatingRequest } from "../../src/conversation/rating.ts";

/** As the server asks it. */
const asksWith = (rating: Partial<RatingRequest>) =>
  asksOf({
    ...begun({ id: "c", siteKey: "default", visitor: { id: "v" }, createdAt: 0 }),
    rating: { at: 0, of: "people", sentence: "", isOpen: true, ...rating },
  });

type Line = Exclude<Entry, { type: "gone" }>;
type Said = Extract<Entry, { type: "message" }>;
type NewLine = Line extends infer E ? (E extends Line ? Omit<E, "seq" | "at"> : never) : never;
type Confirmed = Extract<FromVisitor, { id: string }>;

interface MoreOfReply {
  avatarUrl?: string;
  files?: FileView[];
  /** Where the text is a translation into `language`. */
  original?: string;
  language?: string;
}

/** One visitor's conversation as a server keeps it, with an open ear for each of the visitor's tabs. */
export class FakeConversation {
  readonly token: string;
  readonly listeners = new Set<(frame: ToVisitor) => void>();
  /** What was uploaded, said or not. */
  readonly files = new Map<string, FileView>();
  entries: Line[] = [];
  seq = 0;
  state: WidgetState = { status: "assistant" };
  /** What changed after it was said, by the seq of the change. */
  private changes: { seq: number; entry: Entry }[] = [];

  constructor(token: string) {
    this.token = token;
  }

  texts = () => this.entries.map(({ text }) => text);

  since(after: number): ToVisitor {
    const entries = [
      ...this.entries.filter(({ seq }) => seq > after),
      ...this.changes.filter(({ seq }) => after > 0 && seq > after).map(({ entry }) => entry),
    ];
    return { type: "welcome", token: this.token, seq: this.seq, state: this.state, entries };
  }

  /** So much of what the assistant says next. */
  assistantWrites(text: string): void {
    for (const listener of this.listeners) listener({ type: "writing", text });
  }

  assistantSays = (text: string) => this.says({ kind: "assistant" }, text);

  /** The assistant asks whether the visitor wants a person. */
  offersPerson(text = "Would you like to talk to a person from the team?"): string {
    this.state = { status: "assistant", offersPerson: true };
    return this.assistantSays(text);
  }

  /** The first answer of an agent makes the conversation theirs. Returns the message's id. */
  agentSays(name: string, text: string, more: MoreOfReply = {}): string {
    const { avatarUrl, ...said } = more;
    this.state = { status: "agent", agent: { name, avatarUrl } };
    return this.says({ kind: "agent", name, avatarUrl }, text, said);
  }

  /** Other words for a message; it keeps its place and its time. */
  edits(id: string, text: string): number {
    const line = this.message(id);
    const changed: Said = { ...line, text, isEdited: true };
    this.entries = this.entries.map((entry) => (entry === line ? changed : entry));
    return this.change(changed);
  }

  takesBack(id: string): number {
    const line = this.message(id);
    this.entries = this.entries.filter((entry) => entry !== line);
    return this.change({ type: "gone", seq: this.seq + 1, id });
  }

  /** Returns the seq it has, also when it came before. */
  take(frame: Confirmed): number {
    if (frame.type === "edit") return this.edits(frame.messageId, frame.text);
    if (frame.type === "ask-for-person") {
      if (this.state.status !== "assistant") return this.seq;
      this.state = { status: "waiting" };
      return this.append({ type: "line", text: "Connecting you with a team member — one moment please." });
    }
    if (frame.type === "keep-going") return this.settleOffer();
    if (frame.type === "give-address") {
      this.state = { status: this.state.status };
      return this.append({ type: "line", text: `We answer you at ${frame.email} if you leave.` });
    }
    if (frame.type === "rate") return this.rated(frame.isGood, frame.reason);
    if (frame.type === "skip-rating") return this.settleOffer();
    const { id, text } = frame;
    const known = this.entries.find((entry) => entry.type === "message" && entry.id === id);
    const files = frame.files?.flatMap((file) => this.files.get(file) ?? []);
    if (!known && (this.state.offersPerson || this.state.asks)) this.state = { status: "assistant" };
    return known?.seq ?? this.append({ type: "message", id, author: { kind: "visitor" }, text, files });
  }

  private settleOffer(): number {
    if (!this.state.offersPerson && !this.state.asks) return this.seq;
    this.state = { status: this.state.status };
    this.seq++;
    this.tell([]);
    return this.seq;
  }

  /** The team closed, and asks how it went. */
  asksHowItWent(sentence = "How was this chat for you?"): void {
    this.state = { status: "closed", asks: asksWith({ sentence, isOpen: true }) };
    this.append({ type: "line", text: "This conversation was closed. Write again whenever you like." });
  }

  private rated(isGood: boolean, reason: string | undefined): number {
    const asks = asksWith({ isOpen: !reason, given: { isGood, reason } });
    this.state = { status: "closed", ...(asks.length > 0 && { asks }) };
    return this.append({ type: "line", text: "Thank you for telling us." });
  }

  /** Something the visitor does not see, such as a note. */
  pass(): void {
    this.seq++;
    this.tell([]);
  }

  /** Says everything again, as a server may that is not sure what arrived. */
  repeat = () => this.tell(this.entries);

  private says(author: EntryAuthor, text: string, said: Omit<MoreOfReply, "avatarUrl"> = {}): string {
    const id = crypto.randomUUID();
    this.append({ type: "message", id, author, text, ...said });
    return id;
  }

  private message(id: string): Said {
    const line = this.entries.find((entry): entry is Said => entry.type === "message" && entry.id === id);
    if (!line) throw new Error(`There is no message ${id}.`);
    return line;
  }

  private append(entry: NewLine): number {
    const whole: Line = { ...entry, seq: ++this.seq, at: Date.now() };
    this.entries.push(whole);
    this.tell([whole]);
    return whole.seq;
  }

  private change(entry: Entry): number {
    this.changes.push({ seq: ++this.seq, entry });
    this.tell([entry]);
    return this.seq;
  }

  private tell(entries: Entry[]): void {
    for (const listener of this.listeners)
      listener({ type: "news", seq: this.seq, state: this.state, entries });
  }
}
