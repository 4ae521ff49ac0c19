import { setImmediate as nextTurn } from "node:timers/promises";
import type { Archive, Told } from "../../conversation/archive.ts";
import { asItStands } from "../../conversation/as-it-stands.ts";
import { type ConversationEvent, isFromVisitor, isNote } from "../../conversation/events.ts";
import { detectTrigger } from "../triggers/index.ts";

/** What other trigger phrases would have made of what visitors wrote. */
export interface Replay {
  /** Of what visitors wrote to the assistant, the latest conversations first. */
  messages: number;
  conversations: { read: number; of: number };
  /** Would be handed to people at once, and are not now. */
  connected: Changes;
  /** Are handed to people at once now, and would not be any more. */
  released: Changes;
}

export interface Changes {
  count: number;
  /** The latest of them. */
  examples: Example[];
}

export interface Example {
  conversationId: string;
  visitorId: string;
  visitor: string | undefined;
  /** When it was written, ms since 1970. */
  at: number;
  text: string;
  /** The words or the phrase that decide. */
  matched: string;
}

export interface Replaying {
  archive: Archive;
  saved: readonly string[];
  wanted: readonly string[];
  /** Nobody waits for the result any more. */
  signal?: AbortSignal | undefined;
}

export const limits = {
  messages: 5_000,
  /** Milliseconds. */
  time: 10_000,
  examples: 50,
};
const conversationsAtOnce = 25;
/** Milliseconds without a pause. */
const turnMs = 8;
const maxExampleLength = 300;

/** Runs other phrases, with the detector, over past messages. Reads the latest until a limit is reached, and says how far it got. */
export async function replay({ archive, saved, wanted, signal }: Replaying): Promise<Replay> {
  const result: Replay = {
    messages: 0,
    conversations: { read: 0, of: await archive.count() },
    connected: { count: 0, examples: [] },
    released: { count: 0, examples: [] },
  };
  const startedAt = performance.now();
  const letOthersGo = inTurns();
  const isLate = () => signal?.aborted || performance.now() - startedAt > limits.time;

  let after: string | undefined;
  do {
    const page = await archive.latest({ after, limit: conversationsAtOnce });
    for (const told of page.told) {
      if (isLate() || result.messages >= limits.messages) return result;
      result.conversations.read += 1;
      for (const part of partsWithAssistant(told)) {
        result.messages += part.length;
        for (const message of part) {
          await letOthersGo();
          if (isLate()) return result;
          if (partWays(message, told)) break;
        }
      }
    }
    after = page.cursor;
  } while (after !== undefined);
  return result;

  /** Whether the phrases decide differently here. What comes after it in this part would not have been written as it is. */
  function partWays({ text, at }: Written, { conversation: { id, visitor } }: Told): boolean {
    const now = connecting(text, saved);
    const then = connecting(text, wanted);
    if ((now === undefined) === (then === undefined)) return false;
    const changes = then === undefined ? result.released : result.connected;
    changes.count += 1;
    if (changes.examples.length < limits.examples)
      changes.examples.push({
        ...{ conversationId: id, visitorId: visitor.id, visitor: visitor.name ?? visitor.email, at },
        text: text.slice(0, maxExampleLength),
        matched: (then ?? now ?? "").slice(0, maxExampleLength),
      });
    return true;
  }
}

/** Long work that everybody else on this server has a turn in between. */
function inTurns() {
  let since = performance.now();
  return async (): Promise<void> => {
    if (performance.now() - since < turnMs) return;
    await nextTurn();
    since = performance.now();
  };
}

/** The words that connect the visitor at once; undefined when they stay with the assistant, offered a person or not. */
function connecting(text: string, phrases: readonly string[]): string | undefined {
  const trigger = detectTrigger(text, { phrases });
  return trigger?.level === "connect" ? trigger.matched : undefined;
}

interface Written {
  text: string;
  at: number;
}

/** What the visitor wrote while the assistant listened, part by part: what is written to people triggers nothing. */
export function partsWithAssistant({ events }: Told): Written[][] {
  const parts: Written[][] = [[]];
  let isListening = true;
  for (const event of asItStands(events)) {
    const listens = listensAfter(event, isListening);
    if (listens && !isListening) parts.push([]);
    isListening = listens;
    if (isListening && event.type === "message.posted" && isFromVisitor(event))
      parts.at(-1)?.push({ text: event.message.text, at: event.at });
  }
  return parts.filter((part) => part.length > 0);
}

/** Whether the assistant listens once this has happened. */
function listensAfter(event: ConversationEvent, before: boolean): boolean {
  switch (event.type) {
    case "conversation.handedOff":
    case "conversation.claimed":
    case "conversation.assigned":
    case "conversation.closed":
      return false;
    case "conversation.handedBack":
      return true;
    case "conversation.reopened":
      return event.by.kind !== "agent";
    case "conversation.escalated":
      return before || event.escalation.kind === "assistant";
    case "message.posted":
      return before && (event.message.author.kind !== "agent" || isNote(event));
    default:
      return before;
  }
}
