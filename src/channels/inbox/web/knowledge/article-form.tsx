import { useState } from "preact/hooks";
import type { Article, KnowledgePage } from "../../knowledge/protocol.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { SiteSelect } from "./site-select.tsx";

interface Props {
  kind: Article["kind"];
  /** What is changed; empty fields where something is added. */
  article?: Article;
  sites: KnowledgePage["sites"];
  send: (draft: object) => Promise<void>;
  button: string;
  /** Where it can be left without saving. */
  close?: () => void;
}

/** A page, or a question and its answer. */
export function ArticleForm({ kind, article, sites, send, button, close }: Props) {
  const [title, setTitle] = useState(article?.title ?? "");
  const [text, setText] = useState(article?.text ?? "");
  const [url, setUrl] = useState(article?.url ?? "");
  const [siteKey, setSiteKey] = useState(article?.siteKey ?? "");
  const [isSaved, setSaved] = useState(false);
  const isPage = kind === "page";
  const isFetched = article?.fetchedAt !== undefined;

  const { submit, busy, problem, fields } = useSubmit(async () => {
    setSaved(false);
    await send({ kind, title, text, siteKey: siteKey || undefined, ...(isPage && { url }) });
    if (close) return close();
    setTitle("");
    setText("");
    setUrl("");
    setSaved(true);
  });

  return (
    <form class="fields" onSubmit={submit} aria-label={article ? `Edit: ${article.title}` : undefined}>
      <Field
        label={isPage ? "Title" : "Question"}
        value={title}
        change={setTitle}
        errors={fields.title}
        hint={isPage ? undefined : "As visitors ask it: How long may I return things?"}
        required
      />
      <Field
        label={isPage ? "Text" : "Answer"}
        rows={isPage ? 10 : 4}
        value={text}
        change={setText}
        errors={fields.text}
        hint={
          isFetched
            ? "This was fetched from the web: the next time it is fetched, your words are replaced."
            : isPage
              ? "Markdown. Headings help: each section is found by itself."
              : "Markdown. Visitors may be told all of it."
        }
        required
      />
      {isPage && (
        <Field
          label="Address"
          value={url}
          change={setUrl}
          errors={fields.url}
          hint="Where visitors can read it, if they can. Answers then link to it."
        />
      )}
      {sites.length > 1 && (
        <SiteSelect label="For" sites={sites} value={siteKey} change={setSiteKey} offersAll />
      )}
      {!fields.title && !fields.text && !fields.url && <Problem>{problem}</Problem>}
      <div class="deeds">
        <button type="submit" class="primary" disabled={busy}>
          {button}
        </button>
        {close && (
          <button type="button" onClick={close}>
            Cancel
          </button>
        )}
        <p role="status">{isSaved ? "Added. The assistant knows it from now on." : ""}</p>
      </div>
    </form>
  );
}
