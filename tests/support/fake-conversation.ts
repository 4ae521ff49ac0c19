import type { Entry, FromVisitor, ToVisitor, WidgetState } from "../../src/channels/widget/protocol.ts";

type NewEntry = Entry extends infer E ? (E extends Entry ? Omit<E, "seq" | "at"> : never) : never;

/** One visitor's conversation as a server keeps it, with an open ear for each of the visitor's tabs. */
export class FakeConversation {
  readonly token: string;
  readonly listeners = new Set<(frame: ToVisitor) => void>();
  entries: Entry[] = [];
  seq = 0;
  state: WidgetState = { status: "assistant" };

  constructor(token: string) {
    this.token = token;
  }

  texts = () => this.entries.map(({ text }) => text);

  since(after: number): ToVisitor {
    const entries = this.entries.filter(({ seq }) => seq > after);
    return { type: "welcome", token: this.token, seq: this.seq, state: this.state, entries };
  }

  assistantSays = (text: string) =>
    this.append({ type: "message", id: crypto.randomUUID(), author: { kind: "assistant" }, text });

  /** The first answer of an agent makes the conversation theirs. */
  agentSays(name: string, text: string, avatarUrl?: string): number {
    this.state = { status: "agent", agent: { name, avatarUrl } };
    return this.append({
      type: "message",
      id: crypto.randomUUID(),
      author: { kind: "agent", name, avatarUrl },
      text,
    });
  }

  /** Returns the seq it has, also when it came before. */
  take(frame: Extract<FromVisitor, { id: string }>): number {
    if (frame.type === "ask-for-person") {
      if (this.state.status !== "assistant") return this.seq;
      this.state = { status: "waiting" };
      return this.append({ type: "line", text: "Connecting you with a team member — one moment please." });
    }
    const known = this.entries.find((entry) => entry.type === "message" && entry.id === frame.id);
    return (
      known?.seq ??
      this.append({ type: "message", id: frame.id, author: { kind: "visitor" }, text: frame.text })
    );
  }

  /** Something the visitor does not see, such as a note. */
  pass(): void {
    this.seq++;
    this.tell([]);
  }

  /** Says everything again, as a server may that is not sure what arrived. */
  repeat = () => this.tell(this.entries);

  private append(entry: NewEntry): number {
    const whole: Entry = { ...entry, seq: ++this.seq, at: Date.now() };
    this.entries.push(whole);
    this.tell([whole]);
    return whole.seq;
  }

  private tell(entries: Entry[]): void {
    for (const listener of this.listeners)
      listener({ type: "news", seq: this.seq, state: this.state, entries });
  }
}
