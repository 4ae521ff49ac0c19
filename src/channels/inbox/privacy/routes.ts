import { Router } from "express";
import { HttpError } from "../../../http/errors.ts";
import type { Receipt } from "../../../privacy/erasing/receipt.ts";
import type { Privacy } from "../../../privacy/index.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { Guard } from "../people/guard.ts";
import {
  type Erased,
  type Going,
  type PrivacyPage,
  RecordQuery,
  Reveal,
  type Revealed,
  type Rights,
  WouldGo,
} from "./protocol.ts";

const pageSize = 50;
const maxErasures = 200;

/** Looking at what is masked, for those who may; erasing, and what was done, for admins. */
export function createPrivacyRoutes({ privacy, guard }: { privacy: Privacy; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/conversations/:id/reveal",
    guard.conversation(async ({ member, conversation }, request, response) => {
      if (!(await privacy.rightsOf(member)).mayReveal)
        throw new HttpError(
          403,
          "Only an admin can reveal what is masked. Ask one, or ask them to allow it.",
        );
      const { id, messageId } = Reveal.parse(request.body);
      const message = await privacy.reveal({
        conversationId: conversation.id,
        messageId,
        agent: { id: member.id, name: member.name, avatarUrl: member.avatarUrl },
        source: { via: "inbox", externalId: `${member.id}/${id}` },
      });
      response.json({ message } satisfies Revealed);
    }),
  );

  router.post(
    "/conversations/:id/erase",
    guard.admin(async (member, request, response) => {
      const id = String(request.params.id);
      response.json(there((await privacy.erase(id, member.name)) ?? (await privacy.receipt(id))));
    }),
  );

  router.get(
    "/conversations/:id/erased",
    guard.member(async (member, request, response) => {
      const { siteKey, by, at, reason } = there(await privacy.receipt(String(request.params.id)));
      if (!mayOpen(member, siteKey)) there(undefined);
      response.json({ by, at, reason } satisfies Erased);
    }),
  );

  router.get(
    "/privacy/rights",
    guard.member(async (member, _request, response) => {
      response.json((await privacy.rightsOf(member)) satisfies Rights);
    }),
  );

  router.get(
    "/privacy",
    guard.admin(async (_member, request, response) => {
      const { kind, conversation, before } = RecordQuery.parse(request.query);
      const [lines, erasures] = await Promise.all([
        privacy.audit(pageSize + 1, { kind, conversationId: conversation, before }),
        privacy.erasures(maxErasures),
      ]);
      const audit = lines.slice(0, pageSize);
      response.json({ audit, goesOn: lines.length > pageSize, erasures } satisfies PrivacyPage);
    }),
  );

  router.get(
    "/privacy/would-go",
    guard.admin(async (_member, request, response) => {
      const { site, days } = WouldGo.parse(request.query);
      response.json({ count: await privacy.wouldGo(site, days) } satisfies Going);
    }),
  );

  router.get(
    "/privacy/erasures/:id",
    guard.admin(async (_member, request, response) => {
      const receipt = there(await privacy.receipt(String(request.params.id)));
      if (request.query.download !== undefined)
        response.attachment(`erasure-${receipt.conversationId}.json`).send(JSON.stringify(receipt, null, 2));
      else response.json(receipt);
    }),
  );

  router.post(
    "/privacy/erasures/:id/retry",
    guard.admin(async (_member, request, response) => {
      response.json(there(await privacy.retry(String(request.params.id))));
    }),
  );

  return router;
}

function there(receipt: Receipt | undefined): Receipt {
  if (!receipt) throw new HttpError(404, "There is no such conversation, and none of that name was erased.");
  return receipt;
}
