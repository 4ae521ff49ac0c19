import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Copies } from "../../../conversation/threads.ts";
import type { Log } from "../../../log.ts";
import { visitorName } from "../posts/speaker.ts";
import { encodeThread } from "../replies/thread.ts";
import { escaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";

interface Calling {
  workspace: Workspace;
  /** Where such messages are, so that they can be removed. */
  copies: Pick<Copies, "add">;
  inboxUrl: string;
  log: Log;
}

/** Calls the people of a step to a conversation that waits, each by a direct message. Who cannot be told is logged. */
export async function callDirectly(
  event: ConversationEvent,
  conversation: Conversation,
  { workspace, copies, inboxUrl, log }: Calling,
): Promise<void> {
  if (event.type !== "conversation.escalated" || event.escalation.kind !== "direct") return;
  const { minutes, who } = event.escalation;
  const waits = event.instead ? "waits for a person" : `has been waiting for ${minutes} min`;
  const text = `${escaped(visitorName(conversation))} ${waits} in the website chat. <${inboxUrl}|Open in inbox>`;
  for (const user of who)
    try {
      const channel = await workspace.api.directChannel(user);
      if (!channel) continue;
      const ts = await workspace.api.post({ channel, text, metadata: mark });
      const externalId = encodeThread({ team: await workspace.team(), channel, ts });
      const here = { seq: event.seq, part: 1 };
      await copies.add({
        channel: "slack call",
        externalId,
        conversationId: conversation.id,
        from: here,
        to: here,
      });
    } catch (error) {
      log.warn("slack: somebody on call could not be told", { user, error });
    }
}

const mark = { event_type: "live_handoff_call", event_payload: {} };
