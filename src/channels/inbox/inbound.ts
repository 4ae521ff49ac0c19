import { Router } from "express";
import type { Agent } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Attachment } from "../../conversation/message.ts";
import type { ConversationStore, Recorded, Source } from "../../conversation/store.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { Files } from "../../files/index.ts";
import { HttpError } from "../../http/errors.ts";
import type { Team } from "../../team/index.ts";
import { mayOpen } from "../../team/may-open.ts";
import type { TeamMember } from "../../team/team-member.ts";
import { Act, Assigning, type Done, Reply, Saying } from "./conversations/protocol.ts";
import { uploadedFor } from "./conversations/uploads.ts";
import type { Asked, Guard } from "./people/guard.ts";

/** What an agent does in the inbox → the conversation's verbs. */
export function createInbound({
  conversations,
  team,
  files,
  store,
  guard,
  translation,
}: {
  conversations: Conversations;
  team: Pick<Team, "members">;
  /** Without it no files are taken. */
  files?: Pick<Files, "sentBy"> | undefined;
  store: Pick<ConversationStore, "find">;
  guard: Guard;
  translation?: Pick<TranslationDesk, "switchOn" | "switchOff"> | undefined;
}): Router {
  const router = Router();

  router.post(
    "/conversations/:id/reply",
    guard.conversation(async (asked, request, response) => {
      const { id, text, files: fileIds, suggestion: suggestionId } = Reply.parse(request.body);
      const said = { ...actOf(asked, id), text, files: await attached(asked, fileIds) };
      const { reply, sendSuggestion } = conversations;
      response.json(await done(suggestionId ? sendSuggestion({ ...said, suggestionId }) : reply(said)));
    }),
  );

  router.post(
    "/conversations/:id/note",
    guard.conversation(async (asked, request, response) => {
      const { id, text, files: fileIds } = Saying.parse(request.body);
      const said = { ...actOf(asked, id), text, files: await attached(asked, fileIds) };
      response.json(await done(conversations.note(said)));
    }),
  );

  router.post(
    "/conversations/:id/assign",
    guard.conversation(async (asked, request, response) => {
      const { id, to } = Assigning.parse(request.body);
      const colleague = (await team.members()).find((other) => other.id === to);
      if (!colleague)
        throw new HttpError(404, "This person is not in the team any more. Choose somebody else.");
      if (!mayOpen(colleague, asked.conversation.siteKey))
        throw new HttpError(409, `${colleague.name} does not work for this site. Choose somebody else.`);
      const act = actOf(asked, id);
      response.json(await done(conversations.assign({ ...act, to: agentOf(colleague) })));
    }),
  );

  for (const [path, verb] of [
    ["claim", conversations.claim],
    ["hand-back", conversations.handBack],
    ["close", conversations.close],
    ["reopen", conversations.reopen],
    ["block", conversations.block],
    ["unblock", conversations.unblock],
    ...(translation
      ? ([
          ["translate", translation.switchOn],
          ["stop-translating", translation.switchOff],
        ] as const)
      : []),
  ] as const)
    router.post(
      `/conversations/:id/${path}`,
      guard.conversation(async (asked, request, response) => {
        const { id } = Act.parse(request.body);
        response.json(await done(verb(actOf(asked, id))));
      }),
    );

  return router;

  async function attached({ conversation }: Asked, ids: string[] | undefined): Promise<Attachment[]> {
    return ids?.length ? uploadedFor(conversation, ids, files) : [];
  }

  /** The conversation as the inbox may read it. */
  async function done(verb: Promise<Recorded>): Promise<Done> {
    const { fresh, seq, conversationId, conversation } = await verb;
    return { fresh, seq, conversation: conversation && (await store.find(conversationId)) };
  }
}

const actOf = ({ member, conversation }: Asked, id: string) => ({
  conversationId: conversation.id,
  agent: agentOf(member),
  source: sourceOf(member, id),
});

const agentOf = ({ id, name, avatarUrl }: TeamMember): Agent => ({ id, name, avatarUrl });

const sourceOf = (member: TeamMember, id: string): Source => ({
  via: "inbox",
  externalId: `${member.id}/${id}`,
});
