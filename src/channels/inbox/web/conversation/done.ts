import type { Conversation } from "../../../../conversation/conversation.ts";
import { tell } from "../elements/toasts.tsx";
import { isMe } from "../sign-in/session.ts";
import { visitorName } from "./names.ts";
import type { OpenConversation, Verb } from "./open-conversation.ts";
import { unsentReplies } from "./sending.ts";

type Undoable = Extract<Verb, "claim" | "hand-back" | "close" | "reopen" | "assign">;

interface More {
  /** To whom it is assigned. */
  to?: { id: string; name: string };
  /** Done when the server has it. */
  afterwards?: (() => void) | undefined;
}

/**
 * Does something to a conversation, says so, and offers to undo what can be undone by a single act. Asks first where a
 * reply of mine would be left behind.
 */
export async function done(open: OpenConversation, verb: Undoable, more: More = {}): Promise<void> {
  if (open.busy.peek() !== undefined) return;
  if ((verb === "close" || verb === "hand-back") && (await leavesReplies(open, verb)))
    open.ending.value = { verb, afterwards: more.afterwards };
  else await doneAnyhow(open, verb, more);
}

/** Whatever is left behind. */
export async function doneAnyhow(
  open: OpenConversation,
  verb: Undoable,
  { to, afterwards }: More = {},
): Promise<void> {
  const view = open.view.peek();
  if (view.state !== "ready" || open.busy.peek() !== undefined) return;
  const before = view.conversation;
  if (!isPossible(verb, before)) return;
  if (!(await open.act(verb, to ? { to: to.id } : {}))) return;

  const words = inWords(verb, before, to?.name);
  const undo = undoing(verb, before);
  if (words) tell(words, undo && { label: "Undo", run: () => void open.act(undo.verb, undo.more) });
  afterwards?.();
}

async function leavesReplies(open: OpenConversation, verb: "close" | "hand-back"): Promise<boolean> {
  open.busy.value = verb;
  const unsent = await unsentReplies(open.id);
  open.busy.value = undefined;
  return unsent.length > 0;
}

export function isPossible(verb: Undoable, { status, agent, isBlocked }: Conversation): boolean {
  switch (verb) {
    case "claim":
      return status !== "closed" && !isMe(agent?.id);
    case "hand-back":
      return status === "waiting" || status === "agent";
    case "close":
    case "assign":
      return status !== "closed";
    case "reopen":
      return status === "closed" && !isBlocked;
  }
}

function inWords(verb: Undoable, conversation: Conversation, to: string | undefined): string | undefined {
  const name = visitorName(conversation);
  switch (verb) {
    case "claim":
    case "reopen":
      return undefined;
    case "assign":
      return `${name} is with ${to ?? "a colleague"} now.`;
    case "hand-back":
      return `${name} is with the assistant again.`;
    case "close":
      return `The conversation with ${name} is closed.`;
  }
}

/** The act that leads back to how it was, where there is one. */
function undoing(verb: Undoable, { agent, status }: Conversation): { verb: Verb; more: object } | undefined {
  switch (verb) {
    case "claim":
    case "reopen":
      return undefined;
    case "close":
      // Who reopens has it; whoever had it before is given it back.
      return agent && !isMe(agent.id) ? undefined : { verb: "reopen", more: {} };
    case "hand-back":
      return agent && isMe(agent.id) ? { verb: "claim", more: {} } : undefined;
    case "assign":
      if (status !== "agent" || !agent) return undefined;
      return isMe(agent.id) ? { verb: "assign", more: { to: agent.id } } : undefined;
  }
}
