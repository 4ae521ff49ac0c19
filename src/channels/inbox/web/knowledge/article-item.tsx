import { useState } from "preact/hooks";
import type { Article, KnowledgePage, ListedArticle } from "../../knowledge/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";
import { WebLink } from "../elements/web-link.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { ArticleForm } from "./article-form.tsx";
import { articlePath, type KnowledgeDesk } from "./use-knowledge.ts";

interface Props {
  article: ListedArticle;
  sites: KnowledgePage["sites"];
  desk: KnowledgeDesk;
}

/** One page or answer: what it is, how its fetching went, and what can be done with it. */
export function ArticleItem({ article, sites, desk }: Props) {
  const [whole, setWhole] = useState<Article>();
  const [problem, setProblem] = useState<string>();
  const { id, title, url } = article;

  const attempt = (work: () => Promise<void>) => async () => {
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(inWords(error)));
  };
  const edit = attempt(async () => {
    setWhole((await fetched<{ article: Article }>(`/api/knowledge/${articlePath(id)}`)).article);
  });
  const refresh = attempt(() => desk.change("POST", `${articlePath(id)}/refresh`));
  const remove = attempt(async () => {
    if (confirm(`Delete “${title}”? The assistant forgets it at once.`))
      await desk.change("DELETE", articlePath(id));
  });

  if (whole)
    return (
      <li class="article is-open">
        <ArticleForm
          kind={whole.kind}
          article={whole}
          sites={sites}
          send={(draft) => desk.change("PUT", articlePath(id), draft)}
          button="Save"
          close={() => setWhole(undefined)}
        />
      </li>
    );

  return (
    <li class="article">
      <div class="article-words">
        <p class="article-title">{title}</p>
        <p class="article-facts">
          <span class="badge">{article.kind === "answer" ? "Answer" : "Page"}</span>
          {sites.length > 1 && <span>{siteName(article, sites)}</span>}
          {url && url !== title && <WebLink href={url}>{url.replace(/^https?:\/\//, "")}</WebLink>}
          <span>
            {article.by},{" "}
            <time dateTime={new Date(article.updatedAt).toISOString()}>{exactly(article.updatedAt)}</time>
          </span>
        </p>
        <State article={article} />
        {article.preview && <p class="article-preview">{article.preview}</p>}
        <Problem>{problem}</Problem>
      </div>
      {isAdmin() && (
        <div class="deeds">
          {isFetched(article) && (
            <button
              type="button"
              aria-label={`Fetch again: ${title}`}
              disabled={article.state === "waiting"}
              onClick={() => void refresh()}
            >
              Fetch again
            </button>
          )}
          {article.hasText && (
            <button type="button" aria-label={`Edit ${title}`} onClick={() => void edit()}>
              Edit
            </button>
          )}
          <button type="button" aria-label={`Delete ${title}`} onClick={() => void remove()}>
            Delete
          </button>
        </div>
      )}
    </li>
  );
}

const isFetched = ({ url, fetchedAt, state }: ListedArticle) =>
  url !== undefined && (fetchedAt !== undefined || state !== "ready");

const siteName = ({ siteKey }: ListedArticle, sites: KnowledgePage["sites"]) =>
  siteKey === undefined ? "All sites" : (sites.find(({ key }) => key === siteKey)?.name ?? siteKey);

function State({ article: { state, problem, fetchedAt } }: { article: ListedArticle }) {
  if (state === "waiting") return <p class="in-state">Being fetched…</p>;
  if (state === "ready") return null;
  return (
    <p class="in-state is-broken">
      {problem}
      {fetchedAt !== undefined && ` What was fetched on ${exactly(fetchedAt)} is still used.`}
    </p>
  );
}
