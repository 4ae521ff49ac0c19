import { type Request, Router } from "express";
import type { Agent } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Attachment } from "../../conversation/message.ts";
import type { ConversationStore, Recorded, Source } from "../../conversation/store.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { Files } from "../../files/index.ts";
import { HttpError } from "../../http/errors.ts";
import type { Team } from "../../team/index.ts";
import type { TeamMember } from "../../team/team-member.ts";
import { Act, Assigning, type Done, Reply, Saying } from "./conversations/protocol.ts";
import { uploadedFor } from "./conversations/uploads.ts";
import type { Guard } from "./people/guard.ts";

/** What an agent does in the inbox → the conversation's verbs. */
export function createInbound({
  conversations,
  store,
  team,
  files,
  guard,
  translation,
}: {
  conversations: Conversations;
  store: Pick<ConversationStore, "find">;
  team: Pick<Team, "members">;
  /** Without it no files are taken. */
  files?: Pick<Files, "sentBy"> | undefined;
  guard: Guard;
  translation?: Pick<TranslationDesk, "switchOn" | "switchOff"> | undefined;
}): Router {
  const router = Router();

  router.post(
    "/conversations/:id/reply",
    guard.member(async (member, request, response) => {
      const { id, text, files: fileIds, suggestion: suggestionId } = Reply.parse(request.body);
      const said = { ...actOf(member, request.params.id, id), text, files: await attached(request, fileIds) };
      const { reply, sendSuggestion } = conversations;
      response.json(done(await (suggestionId ? sendSuggestion({ ...said, suggestionId }) : reply(said))));
    }),
  );

  router.post(
    "/conversations/:id/note",
    guard.member(async (member, request, response) => {
      const { id, text, files: fileIds } = Saying.parse(request.body);
      const said = { ...actOf(member, request.params.id, id), text, files: await attached(request, fileIds) };
      response.json(done(await conversations.note(said)));
    }),
  );

  router.post(
    "/conversations/:id/assign",
    guard.member(async (member, request, response) => {
      const { id, to } = Assigning.parse(request.body);
      const colleague = (await team.members()).find((other) => other.id === to);
      if (!colleague)
        throw new HttpError(404, "This person is not in the team any more. Choose somebody else.");
      const act = actOf(member, request.params.id, id);
      response.json(done(await conversations.assign({ ...act, to: agentOf(colleague) })));
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
      guard.member(async (member, request, response) => {
        const { id } = Act.parse(request.body);
        response.json(done(await verb(actOf(member, request.params.id, id))));
      }),
    );

  return router;

  async function attached(request: Request, ids: string[] | undefined): Promise<Attachment[]> {
    if (!ids?.length) return [];
    const conversation = await store.find(String(request.params.id));
    return conversation ? uploadedFor(conversation, ids, files) : [];
  }
}

const actOf = (member: TeamMember, conversationId: unknown, id: string) => ({
  conversationId: String(conversationId),
  agent: agentOf(member),
  source: sourceOf(member, id),
});

const agentOf = ({ id, name, avatarUrl }: TeamMember): Agent => ({ id, name, avatarUrl });

const sourceOf = (member: TeamMember, id: string): Source => ({
  via: "inbox",
  externalId: `${member.id}/${id}`,
});

const done = ({ fresh, seq, conversation }: Recorded): Done => ({ fresh, seq, conversation });
