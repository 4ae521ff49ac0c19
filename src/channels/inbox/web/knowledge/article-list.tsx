import { useState } from "preact/hooks";
import type { KnowledgePage, ListedArticle } from "../../knowledge/protocol.ts";
import { Empty } from "../elements/empty.tsx";
import { isAdmin } from "../sign-in/session.ts";
import { ArticleItem } from "./article-item.tsx";
import type { KnowledgeDesk } from "./use-knowledge.ts";

interface Props {
  articles: ListedArticle[];
  sites: KnowledgePage["sites"];
  desk: KnowledgeDesk;
}

const shownAtFirst = 50;

/** Everything there is, and a search in it. */
export function ArticleList({ articles, sites, desk }: Props) {
  const [search, setSearch] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  if (articles.length === 0)
    return (
      <Empty
        title="The assistant knows nothing yet"
        text={
          isAdmin()
            ? "Add the questions you are asked most, or the pages of your help. Until then it answers from its instructions alone."
            : "An admin can add questions, answers and pages here."
        }
      />
    );

  const matching = articles.filter((article) => matches(article, search));
  const shown = showsAll ? matching : matching.slice(0, shownAtFirst);
  return (
    <section class="card" id="articles" aria-labelledby="articles-title">
      <header class="card-head">
        <h2 id="articles-title">
          All there is <span class="count-of">{articles.length}</span>
        </h2>
        <input
          class="article-search"
          type="search"
          aria-label="Search the knowledge"
          placeholder="Search titles, addresses and beginnings"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </header>
      <ul class="articles" aria-label="Knowledge">
        {shown.map((article) => (
          <ArticleItem key={article.id} article={article} sites={sites} desk={desk} />
        ))}
      </ul>
      {matching.length === 0 && <p class="quiet-text">Nothing here has these words.</p>}
      {matching.length > shown.length && (
        <button type="button" onClick={() => setShowsAll(true)}>
          Show {matching.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function matches({ title, url = "", preview }: ListedArticle, search: string): boolean {
  const text = `${title} ${url} ${preview}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
