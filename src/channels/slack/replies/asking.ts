import type { KnownBlock } from "@slack/types";
import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { Source } from "../../../conversation/store.ts";
import { createMemory } from "../../../memory.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Tell } from "./telling.ts";

export const heldActions = { send: "handoff_held_send", keep: "handoff_held_keep" } as const;

export interface AskingOptions {
  heldReplies: Pick<HeldReplies, "find">;
  tell: Tell;
  remindAfterMs?: number | undefined;
}

/** What was asked about already; held words may outlive the process that asked. */
const maxRemembered = 10_000;

export type Asking = ReturnType<typeof createAsking>;

/** Asks an agent, unseen by anybody else, whom something they wrote is for; and once more when they do not say. */
export function createAsking({ heldReplies, tell, remindAfterMs = 2 * 60_000 }: AskingOptions) {
  const timers = new Map<string, NodeJS.Timeout>();
  const asked = createMemory<true>({ max: maxRemembered });

  return {
    /** Whether this process has asked about it. */
    hasAsked: ({ externalId }: Source): boolean => asked.has(externalId),

    ask(held: HeldReply, workspace: Workspace): void {
      put(held, isItForThem, workspace);
      const key = held.source.externalId;
      asked.set(key, true);
      clearTimeout(timers.get(key));
      const timer = setTimeout(() => {
        timers.delete(key);
        remind(held.source, workspace).catch(() => {});
      }, remindAfterMs);
      timer.unref();
      timers.set(key, timer);
    },

    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };

  async function remind(source: Source, workspace: Workspace): Promise<void> {
    const held = await heldReplies.find(source);
    if (held) put(held, stillWaiting, workspace);
  }

  function put(
    { agent, conversationId, text, source }: HeldReply,
    question: string,
    workspace: Workspace,
  ): void {
    tell(agent, { conversationId, text: question, blocks: questionOf(question, text, source) }, workspace);
  }
}

const isItForThem = "Is this for the visitor? It looks like a note for your team, so it has not been sent.";
const stillWaiting = "The visitor has still not been sent this. Is it for them, or a note for your team?";

function questionOf(question: string, text: string, { externalId }: Source): KnownBlock[] {
  const quoted = escaped(text.slice(0, 500)).replace(/^/gm, "> ");
  return [
    { type: "section", text: { type: "mrkdwn", text: question } },
    ...(text ? [{ type: "section", text: { type: "mrkdwn", text: quoted, verbatim: true } } as const] : []),
    {
      type: "actions",
      elements: [
        button("Send to the visitor", heldActions.send, externalId),
        { ...button("Keep internal", heldActions.keep, externalId), style: "primary" },
      ],
    },
  ];
}

const button = (text: string, action_id: string, value: string) =>
  ({ type: "button", text: { type: "plain_text", text }, action_id, value }) as const;
