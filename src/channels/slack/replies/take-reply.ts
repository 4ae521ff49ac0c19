import { isOpen } from "../../../conversation/conversation.ts";
import { ConversationError } from "../../../conversation/errors.ts";
import type { HeldReplies, HeldReply } from "../../../conversation/held-replies.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { written as checked } from "../../../conversation/text.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Asking } from "./asking.ts";
import { fateOf } from "./fate.ts";
import type { IncomingFiles } from "./incoming-files.ts";
import type { Quoting } from "./quoted-where-it-goes-on.ts";
import type { Recording } from "./recording.ts";
import type { Releases } from "./releases.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { sourceOf } from "./source.ts";
import { written } from "./written.ts";
import { wasWrittenForTeam } from "./written-for-team.ts";

export interface TakeReplyOptions {
  store: ConversationStore;
  heldReplies: HeldReplies;
  settings: SettingsDesk;
  incomingFiles: IncomingFiles;
  recording: Recording;
  asking: Asking;
  releases: Releases;
  quoting: Pick<Quoting, "wasWritten">;
  now: () => number;
  /** Whether somebody marked it as internal before it got here. */
  isLocked: (externalId: string) => boolean;
}

export type TakeReply = ReturnType<typeof createTakeReply>;

/** Takes what an agent wrote: sent, held for a while, kept as a note, or first asked about. Throws the core's errors. */
export function createTakeReply(options: TakeReplyOptions) {
  const { store, heldReplies, settings, incomingFiles, recording, asking, releases, quoting, now, isLocked } =
    options;

  /** Returns what its author should know of. `isMarked`: it bore the sign of a note at first. */
  return async (
    reply: ReplyEvent,
    conversationId: string,
    workspace: Workspace,
    { isMarked = false } = {},
  ): Promise<string[]> => {
    const { directory, identity } = workspace;
    const { teamId, botUserId } = await identity();
    const source = sourceOf(teamId, reply);
    quoting.wasWritten(source, { team: teamId, channel: reply.channel, ts: reply.thread_ts });
    const [agent, { text, callsColleagues }, { attachments, problems }, conversation, { holdSeconds }] =
      await Promise.all([
        directory.agent(teamId, reply.user),
        written(reply, directory, botUserId),
        incomingFiles.announce(reply.files ?? [], conversationId, workspace),
        store.find(conversationId),
        settings.current(),
      ]);
    if (!text && attachments.length === 0 && problems.length > 0) return problems;

    const files = attachments.length > 0 ? attachments : undefined;
    const said = { conversationId, agent, text, files, source };
    const wasForTeam = conversation ? await wasWrittenForTeam(store, conversation, reply.ts) : false;
    const fate = fateOf({
      ...{ text, callsColleagues, holdSeconds, visitorName: conversation?.visitor.name },
      repliesTo: wasForTeam ? "team" : (conversation?.repliesTo ?? "visitor"),
      isLocked: isMarked || isLocked(source.externalId),
    });
    switch (fate.kind) {
      case "note": {
        const { fresh } = await recording.keep({ ...said, text: fate.text }, workspace);
        return fresh && wasForTeam && fate.text === text ? [...problems, keptInternal] : problems;
      }
      case "send":
        await recording.send(said, workspace);
        break;
      case "hold":
      case "ask":
        if (conversation && !isOpen(conversation)) throw new ConversationError("closed", "It is closed.");
        checked(text, files);
        if (fate.kind === "ask") await ask({ ...said, reason: "note" });
        else await hold(said, now() + fate.forMs);
    }
    return problems;

    async function hold(reply: AgentReply, releaseAt: number): Promise<void> {
      if (await store.recorded(reply.source)) return;
      await heldReplies.hold({ ...reply, reason: "undo", releaseAt });
      releases.expect(releaseAt);
    }

    async function ask(held: HeldReply): Promise<void> {
      if (await store.recorded(held.source)) return;
      const isNew = await heldReplies.hold(held);
      // A process that held it may have ended before it asked.
      if (isNew || !asking.hasAsked(held.source)) asking.ask(held, workspace);
    }
  };
}

const keptInternal =
  "Kept internal: replies in this thread were internal when you wrote it. If it is for the visitor, write it again.";
