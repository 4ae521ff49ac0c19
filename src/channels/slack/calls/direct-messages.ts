import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Log } from "../../../log.ts";
import { visitorName } from "../posts/speaker.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Calls the people of a step to a conversation that waits, each by a direct message. Who cannot be told is logged. */
export async function callDirectly(
  event: ConversationEvent,
  conversation: Conversation,
  { workspace, inboxUrl, log }: { workspace: Workspace; inboxUrl: string; log: Log },
): Promise<void> {
  if (event.type !== "conversation.escalated" || event.escalation.kind !== "direct") return;
  const { minutes, who } = event.escalation;
  const waits = event.instead ? "waits for a person" : `has been waiting for ${minutes} min`;
  const text = `${escaped(visitorName(conversation))} ${waits} in the website chat. <${inboxUrl}|Open in inbox>`;
  for (const user of who)
    try {
      const channel = await workspace.api.directChannel(user);
      if (channel) await workspace.api.post({ channel, text, metadata: mark });
    } catch (error) {
      log.warn("slack: somebody on call could not be told", { user, error });
    }
}

const mark = { event_type: "live_handoff_call", event_payload: {} };
