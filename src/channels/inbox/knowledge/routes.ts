import { Router } from "express";
import { HttpError } from "../../../http/errors.ts";
import { ArticleDraft } from "../../../knowledge/article.ts";
import type { Knowledge } from "../../../knowledge/index.ts";
import type { Proposal } from "../../../knowledge/ports.ts";
import type { Outcome, Proposals } from "../../../knowledge/proposals.ts";
import type { SiteDesk } from "../../../settings/site-desk.ts";
import { mayOpen } from "../../../team/may-open.ts";
import type { TeamMember } from "../../../team/team-member.ts";
import type { Guard } from "../people/guard.ts";
import { previewOf } from "./preview.ts";
import {
  type FoundPassage,
  type KnowledgePage,
  LearnedAnswer,
  LearnedPhrase,
  NewPages,
  TriedQuestion,
} from "./protocol.ts";

export interface KnowledgeTools {
  knowledge: Knowledge;
  proposals: Proposals;
}

interface Options extends KnowledgeTools {
  sites: Pick<SiteDesk, "find" | "list">;
  guard: Guard;
}

/** What the assistant may say: everybody of the team may read it and decide what is learned, admins may change it. */
export function createKnowledgeRoutes({ knowledge, proposals, sites, guard }: Options): Router {
  const router = Router();

  const page = async (member: TeamMember): Promise<KnowledgePage> => ({
    articles: (await knowledge.list()).filter(concerns(member)).map(({ text, ...article }) => ({
      ...article,
      hasText: text !== "",
      preview: previewOf(text),
    })),
    proposals: await openTo(member),
    sites: (await sites.list())
      .filter(({ key }) => mayOpen(member, key))
      .map(({ key, name }) => ({ key, name })),
  });

  router.get(
    "/knowledge",
    guard.member(async (member, _request, response) => void response.json(await page(member))),
  );

  router.get(
    "/knowledge/count",
    guard.member(async (member, _request, response) => {
      response.json({ proposals: (await openTo(member)).length });
    }),
  );

  router.get(
    "/knowledge/search",
    guard.member(async (member, request, response) => {
      const { question, site: siteKey } = TriedQuestion.parse(request.query);
      if (!concerns(member)({ siteKey })) throw new HttpError(404, "There is no such site.");
      const hits = await knowledge.search({ question, siteKey });
      const passages: FoundPassage[] = hits.map(
        ({ passage: { articleId, title, heading, text, url }, share }) => ({
          ...{ articleId, title, heading, text, url, share },
        }),
      );
      response.json({ passages });
    }),
  );

  router.get(
    "/knowledge/articles/:id",
    guard.member(async (member, request, response) => {
      const article = await knowledge.find(String(request.params.id));
      if (!article || !concerns(member)(article)) throw gone();
      response.json({ article });
    }),
  );

  router.post(
    "/knowledge/articles",
    guard.admin(async (member, request, response) => {
      const draft = await drafted(request.body);
      await knowledge.add(draft, member.name);
      response.status(201).json(await page(member));
    }),
  );

  router.put(
    "/knowledge/articles/:id",
    guard.admin(async (member, request, response) => {
      const draft = await drafted(request.body);
      if (!(await knowledge.change(String(request.params.id), draft, member.name))) throw gone();
      response.json(await page(member));
    }),
  );

  router.delete(
    "/knowledge/articles/:id",
    guard.admin(async (member, request, response) => {
      if (!(await knowledge.remove(String(request.params.id), member.name))) throw gone();
      response.json(await page(member));
    }),
  );

  router.post(
    "/knowledge/articles/:id/refresh",
    guard.admin(async (member, request, response) => {
      if (!(await knowledge.refresh(String(request.params.id)))) throw gone();
      response.json(await page(member));
    }),
  );

  router.post(
    "/knowledge/pages",
    guard.admin(async (member, request, response) => {
      const { urls, siteKey } = NewPages.parse(request.body);
      await assertSite(siteKey);
      await knowledge.addPages(urls, siteKey, member.name);
      response.status(201).json(await page(member));
    }),
  );

  router.post(
    "/knowledge/proposals/:id/approve",
    guard.member(async (member, request, response) => {
      const { id, kind } = await proposalAt(request.params.id, member);
      const words = kind === "answer" ? LearnedAnswer.parse(request.body) : LearnedPhrase.parse(request.body);
      decided(await proposals.approve(id, member.name, words));
      response.json(await page(member));
    }),
  );

  router.post(
    "/knowledge/proposals/:id/reject",
    guard.member(async (member, request, response) => {
      const { id } = await proposalAt(request.params.id, member);
      decided(await proposals.reject(id, member.name));
      response.json(await page(member));
    }),
  );

  return router;

  async function openTo(member: TeamMember): Promise<Proposal[]> {
    return (await proposals.open()).filter(concerns(member));
  }

  async function drafted(body: unknown): Promise<ArticleDraft> {
    const draft = ArticleDraft.parse(body);
    await assertSite(draft.siteKey);
    return draft;
  }

  async function assertSite(siteKey: string | undefined): Promise<void> {
    if (siteKey && !(await sites.find(siteKey))) throw new HttpError(404, "There is no such site.");
  }

  /** A phrase hands visitors to people, as a setting does: that is for admins. */
  async function proposalAt(id: unknown, member: TeamMember) {
    const proposal = await proposals.find(String(id));
    if (!proposal || !concerns(member)(proposal))
      throw new HttpError(404, "There is no such proposal. Reload the page to see what there is.");
    if (proposal.kind === "trigger" && member.role !== "admin")
      throw new HttpError(403, "Only an admin can decide about trigger phrases.");
    return proposal;
  }
}

/** What is known for no site in particular concerns everybody. */
const concerns =
  (member: TeamMember) =>
  ({ siteKey }: { siteKey?: string | undefined }) =>
    siteKey === undefined || mayOpen(member, siteKey);

const gone = () =>
  new HttpError(404, "This is not in the knowledge any more. Reload the page to see what is.");

/** Whoever comes second learns who decided. */
function decided(outcome: Outcome | undefined): void {
  if (!outcome) throw new HttpError(404, "There is no such proposal. Reload the page to see what there is.");
  const { isDone, proposal } = outcome;
  if (!isDone)
    throw new HttpError(409, `${proposal.decidedBy ?? "Somebody"} has already ${proposal.state} this.`);
}
