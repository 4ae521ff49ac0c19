import { useState } from "preact/hooks";
import type { FoundPassage, KnowledgePage } from "../../knowledge/protocol.ts";
import { fetched } from "../api.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { WebLink } from "../elements/web-link.tsx";
import { SiteSelect } from "./site-select.tsx";

interface Props {
  sites: KnowledgePage["sites"];
  isEmpty: boolean;
}

/** What the assistant would be given for a question. */
export function TryCard({ sites, isEmpty }: Props) {
  const [question, setQuestion] = useState("");
  const [site, setSite] = useState(sites[0]?.key ?? "default");
  const [found, setFound] = useState<FoundPassage[]>();
  const { submit, busy, problem, fields } = useSubmit(async () => {
    const query = new URLSearchParams({ question, site });
    setFound((await fetched<{ passages: FoundPassage[] }>(`/api/knowledge/search?${query}`)).passages);
  });
  if (isEmpty) return null;

  return (
    <form class="card" onSubmit={submit} aria-labelledby="try-title">
      <h2 id="try-title">Try a question</h2>
      <div class="with-button">
        <Field
          label="A visitor's question"
          value={question}
          change={setQuestion}
          errors={fields.question}
          hint="Shows what would be found for it. Nobody is asked and nothing is sent."
        />
        <button type="submit" disabled={busy}>
          Search
        </button>
      </div>
      {sites.length > 1 && <SiteSelect label="On the site" sites={sites} value={site} change={setSite} />}
      {!fields.question && <Problem>{problem}</Problem>}
      <div role="status">
        {found?.length === 0 && (
          <p class="nothing-found">
            Nothing answers this. The assistant would say that it does not know, and offer a person.
          </p>
        )}
        {found && found.length > 0 && <FoundList found={found} />}
      </div>
    </form>
  );
}

const FoundList = ({ found }: { found: FoundPassage[] }) => (
  <ol class="found" aria-label="What would be found">
    {found.map(({ articleId, title, heading, text, url, share }) => (
      <li key={`${articleId} ${heading} ${text}`}>
        <p class="found-head">
          <b>{url ? <WebLink href={url}>{title}</WebLink> : title}</b>
          {heading && <span> › {heading}</span>}
          <span class="found-share">{Math.round(share * 100)} % of the question</span>
        </p>
        <p class="found-text">{text}</p>
      </li>
    ))}
  </ol>
);
