import type { KnowledgePage as Loaded } from "../../knowledge/protocol.ts";
import { Empty } from "../elements/empty.tsx";
import { Loading } from "../elements/loading.tsx";
import { PageHead } from "../settings/page-head.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { AddCard } from "./add-card.tsx";
import { ArticleList } from "./article-list.tsx";
import { ProposalsCard } from "./proposals-card.tsx";
import { TryCard } from "./try-card.tsx";
import { type KnowledgeDesk, useKnowledge } from "./use-knowledge.ts";

/** What the assistant may say: given by admins, learned from people, and tried out. */
export function KnowledgePage() {
  const desk = useKnowledge();
  const { page, problem, load } = desk;
  return (
    <main class="page knowledge-page">
      <PageHead title="Knowledge" />
      {problem && !page && (
        <Empty title="The knowledge could not be read" text={problem}>
          <button type="button" onClick={load}>
            Try again
          </button>
        </Empty>
      )}
      {!problem && !page && <Loading />}
      {page && <All page={page} desk={desk} />}
    </main>
  );
}

const All = ({ page, desk }: { page: Loaded; desk: KnowledgeDesk }) => (
  <>
    <p class="lead">
      The assistant answers from what stands here, and names its source. What it finds nothing about, it says
      it does not know, and offers a person.
    </p>
    {!isAdmin() && (
      <p class="notice">Only an admin can change the knowledge. Everybody may decide what is learned.</p>
    )}
    <ProposalsCard proposals={page.proposals} desk={desk} />
    <TryCard sites={page.sites} isEmpty={page.articles.length === 0} />
    {isAdmin() && <AddCard sites={page.sites} desk={desk} />}
    <ArticleList articles={page.articles} sites={page.sites} desk={desk} />
  </>
);
