import type { FileView, FromVisitor } from "../../src/channels/widget/protocol.ts";
import type { Cells } from "./cell.ts";
import type { Memory } from "./memory.ts";

/** What the visitor did that the server has not confirmed yet. */
export interface Outgoing {
  frame: Extract<FromVisitor, { id: string }>;
  at: number;
  state: "sending" | "failed";
  /** Of a new message, to be shown meanwhile. */
  files?: FileView[] | undefined;
  /** The server's words, when it did not take it (yet). */
  reason?: string | undefined;
}

export type Outbox = ReturnType<typeof createOutbox>;

/** Keeps what is under way in memory, each under its own name so that tabs do not overwrite each other's. */
export function createOutbox(cell: Cells, memory: Memory) {
  const all = cell(remembered(memory));

  const find = (id?: string) => all.value.find(({ frame }) => frame.id === id);

  return {
    all,

    add(outgoing: Outgoing): void {
      all.value = [...all.value, outgoing];
      keep(memory, outgoing);
    },

    change(id: string, change: Pick<Outgoing, "state" | "reason">): void {
      all.value = all.value.map((outgoing) => {
        if (outgoing.frame.id !== id) return outgoing;
        const changed = { ...outgoing, ...change };
        keep(memory, changed);
        return changed;
      });
    },

    find,

    remove(id: string): void {
      if (!find(id)) return;
      all.value = all.value.filter(({ frame }) => frame.id !== id);
      memory.remove(prefix + id);
    },

    /** The newest words for a message that are not confirmed. */
    editOf: (messageId: string) =>
      all.value.findLast(({ frame }) => frame.type === "edit" && frame.messageId === messageId),
  };
}

const prefix = "out:";

const keep = (memory: Memory, outgoing: Outgoing) =>
  memory.set(prefix + outgoing.frame.id, JSON.stringify(outgoing));

function remembered(memory: Memory): Outgoing[] {
  return memory
    .names()
    .filter((name) => name.startsWith(prefix))
    .map((name) => JSON.parse(memory.get(name) ?? "null") as Outgoing)
    .sort((one, other) => one.at - other.at);
}
