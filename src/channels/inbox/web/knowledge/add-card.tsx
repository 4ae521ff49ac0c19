import { useState } from "preact/hooks";
import type { KnowledgePage } from "../../knowledge/protocol.ts";
import { ArticleForm } from "./article-form.tsx";
import { FilesForm } from "./files-form.tsx";
import { PagesForm } from "./pages-form.tsx";
import type { KnowledgeDesk } from "./use-knowledge.ts";

const ways = [
  ["answer", "Question and answer"],
  ["page", "Paste a page"],
  ["files", "Upload files"],
  ["urls", "Web addresses"],
] as const;

type Way = (typeof ways)[number][0];

/** The ways in which an admin gives the assistant something to say. */
export function AddCard({ sites, desk }: { sites: KnowledgePage["sites"]; desk: KnowledgeDesk }) {
  const [way, setWay] = useState<Way>("answer");
  return (
    <section class="card" id="add" aria-labelledby="add-title">
      <h2 id="add-title">Add to the knowledge</h2>
      <div class="tabs" role="tablist" aria-label="How to add">
        {ways.map(([value, label]) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`add-${value}`}
            aria-selected={way === value}
            aria-controls="add-panel"
            onClick={() => setWay(value)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="add-panel" role="tabpanel" aria-labelledby={`add-${way}`}>
        {(way === "answer" || way === "page") && (
          <ArticleForm
            key={way}
            kind={way}
            sites={sites}
            send={(draft) => desk.change("POST", "articles", draft)}
            button="Add"
          />
        )}
        {way === "files" && <FilesForm sites={sites} desk={desk} />}
        {way === "urls" && <PagesForm sites={sites} desk={desk} />}
      </div>
    </section>
  );
}
