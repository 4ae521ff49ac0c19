import { Router } from "express";
import type { Agent } from "../../conversation/conversation.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Recorded, Source } from "../../conversation/store.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { TeamMember } from "../../team/team-member.ts";
import { Act, type Done, Reply, Saying } from "./conversations/protocol.ts";
import type { Guard } from "./people/guard.ts";

/** What an agent does in the inbox → the conversation's verbs. */
export function createInbound({
  conversations,
  guard,
  translation,
}: {
  conversations: Conversations;
  guard: Guard;
  translation?: Pick<TranslationDesk, "switchOn" | "switchOff"> | undefined;
}): Router {
  const router = Router();

  router.post(
    "/conversations/:id/reply",
    guard.member(async (member, request, response) => {
      const { id, text, suggestion: suggestionId } = Reply.parse(request.body);
      const said = { ...actOf(member, request.params.id, id), text };
      const { reply, sendSuggestion } = conversations;
      response.json(done(await (suggestionId ? sendSuggestion({ ...said, suggestionId }) : reply(said))));
    }),
  );

  router.post(
    "/conversations/:id/note",
    guard.member(async (member, request, response) => {
      const { id, text } = Saying.parse(request.body);
      response.json(done(await conversations.note({ ...actOf(member, request.params.id, id), text })));
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
