import type { Conversations } from "../../../conversation/index.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { Recorded } from "../../../conversation/store.ts";
import type { Cards } from "../card/cards.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createClaimers } from "./claimers.ts";
import type { IncomingFiles } from "./incoming-files.ts";
import type { Quoting } from "./quoted-where-it-goes-on.ts";
import type { Tell } from "./telling.ts";

export interface RecordingOptions {
  conversations: Conversations;
  cards: Cards;
  incomingFiles: IncomingFiles;
  tell: Tell;
  quoting: Pick<Quoting, "quote">;
}

export type Recording = ReturnType<typeof createRecording>;

/** What an agent wrote goes to the visitor or stays with the team: decided once for each source, by whoever is first. */
export function createRecording({ conversations, cards, incomingFiles, tell, quoting }: RecordingOptions) {
  const tellClaimer = createClaimers(tell);

  return {
    async send(said: AgentReply, workspace: Workspace): Promise<Recorded> {
      const recorded = await conversations.reply(said);
      tellClaimer(recorded, said, workspace);
      follow(recorded, said, workspace);
      await quoting.quote(said, "reply");
      return recorded;
    },

    async keep(said: AgentReply, workspace: Workspace): Promise<Recorded> {
      const recorded = await conversations.note(said);
      follow(recorded, said, workspace);
      await quoting.quote(said, "note");
      return recorded;
    },
  };

  function follow({ fresh }: Recorded, said: AgentReply, workspace: Workspace): void {
    const { conversationId, agent, files } = said;
    if (!fresh) return;
    void cards.refresh(conversationId);
    incomingFiles.fetch(files, (name) => tell(agent, { conversationId, text: notFetched(name) }, workspace));
  }
}

const notFetched = (name: string) =>
  `“${name}” could not be fetched from Slack, so the visitor cannot open it yet. It is tried again when they do. If it goes on, check that the app has the permission files:read, or send the file again.`;
