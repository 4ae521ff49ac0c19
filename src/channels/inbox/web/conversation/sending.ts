import type { Done } from "../../conversations/protocol.ts";
import { inWords, isUnreachable, posted } from "../api.ts";
import { type Pending, pendingIn, withUnsent } from "./pending.ts";

/** What is older goes only when its writer wants it: by now others may have answered. */
const goesByItselfMs = 60 * 60_000;

/** The last message of each conversation that is on its way: they go one after the other, in the order of writing. */
const lastOf = new Map<string, Promise<unknown>>();

/** Sends a message that is pending. Resolves when it is known how that went, to what the server says it did. */
export function sendPending(conversationId: string, messageId: string): Promise<Done | undefined> {
  const mine = (lastOf.get(conversationId) ?? Promise.resolve()).then(() =>
    deliver(conversationId, messageId),
  );
  lastOf.set(conversationId, mine);
  void mine.finally(() => lastOf.get(conversationId) === mine && lastOf.delete(conversationId));
  return mine;
}

/** Sends what never reached the server, unless it has become too old for that. What was refused waits for its writer. */
export function sendWhatWaits(): void {
  for (const conversationId of withUnsent()) if (!lastOf.has(conversationId)) sendWhatWaitsIn(conversationId);
}

function sendWhatWaitsIn(conversationId: string): void {
  for (const { id, state, at } of pendingIn(conversationId).peek()) {
    if (state !== "waiting") continue;
    if (at > Date.now() - goesByItselfMs) void sendPending(conversationId, id);
    else update(conversationId, id, { state: "failed", problem: "You wrote it a while ago." });
  }
}

/** At the wish of its writer, with what was written before it and waits as well. */
export async function sendAgain(conversationId: string, message: Pending): Promise<void> {
  const all = pendingIn(conversationId).peek();
  const before = all.slice(0, all.indexOf(message)).filter(({ state }) => state === "waiting");
  await Promise.all([...before, message].map(({ id }) => sendPending(conversationId, id)));
}

/** My replies that have not reached the server, as far as is known once nothing is on its way any more. */
export async function unsentReplies(conversationId: string): Promise<Pending[]> {
  while (lastOf.has(conversationId)) await lastOf.get(conversationId);
  return pendingIn(conversationId).peek().filter(isUnsentReply);
}

/** At the wish of its writer, in the order of writing. Resolves to what is still not sent: nothing goes before it. */
export async function sendReplies(conversationId: string): Promise<Pending[]> {
  for (const reply of await unsentReplies(conversationId)) {
    await sendAgain(conversationId, reply);
    const rest = await unsentReplies(conversationId);
    if (rest.some(({ id }) => id === reply.id)) return rest;
  }
  return [];
}

/** They stay where they are, and do not go by themselves any more; `why` is for their writer. */
export function leaveReplies(conversationId: string, why: string): void {
  for (const { id } of pendingIn(conversationId).peek().filter(isUnsentReply))
    update(conversationId, id, { state: "failed", problem: why });
}

const isUnsentReply = ({ note, state }: Pending) => !note && (state === "waiting" || state === "failed");

/** The same message under the same id: had it arrived after all, it is not said twice. */
async function deliver(conversationId: string, messageId: string): Promise<Done | undefined> {
  const all = pendingIn(conversationId).peek();
  const at = all.findIndex(({ id }) => id === messageId);
  const message = all[at];
  if (!message || message.state === "sent") return undefined;
  // What was written later must not be read first.
  if (all.slice(0, at).some(({ state }) => state === "waiting")) {
    update(conversationId, messageId, { state: "waiting" });
    return undefined;
  }

  const { id, text, note, files, suggestionId } = message;
  const path = `/api/conversations/${encodeURIComponent(conversationId)}/${note ? "note" : "reply"}`;
  const said = { id, text, files: files.map((file) => file.id), ...(!note && { suggestion: suggestionId }) };
  update(conversationId, messageId, { state: "sending", problem: undefined });
  try {
    const done = await posted<Done>(path, said);
    update(conversationId, messageId, { state: "sent", seq: done.seq });
    return done;
  } catch (error) {
    const state = isUnreachable(error) ? "waiting" : "failed";
    update(conversationId, messageId, { state, problem: inWords(error) });
    return undefined;
  }
}

function update(conversationId: string, messageId: string, change: Partial<Pending>): void {
  const pending = pendingIn(conversationId);
  pending.value = pending.value.map((message) =>
    message.id === messageId ? { ...message, ...change } : message,
  );
}
