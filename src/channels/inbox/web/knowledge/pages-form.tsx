import { useState } from "preact/hooks";
import type { KnowledgePage } from "../../knowledge/protocol.ts";
import { Field, Problem, useSubmit } from "../elements/form.tsx";
import { SiteSelect } from "./site-select.tsx";
import type { KnowledgeDesk } from "./use-knowledge.ts";

/** Addresses of pages that the server fetches. */
export function PagesForm({ sites, desk }: { sites: KnowledgePage["sites"]; desk: KnowledgeDesk }) {
  const [urls, setUrls] = useState("");
  const [siteKey, setSiteKey] = useState("");
  const { submit, busy, problem, fields } = useSubmit(async () => {
    await desk.change("POST", "pages", { urls, siteKey: siteKey || undefined });
    setUrls("");
  });
  return (
    <form class="fields" onSubmit={submit}>
      <Field
        label="Addresses"
        rows={5}
        value={urls}
        change={setUrls}
        errors={fields.urls}
        hint="One a line, at most 50 at once: public pages of HTML, Markdown or text. How each one went stands at it below."
        required
      />
      {sites.length > 1 && (
        <SiteSelect label="For" sites={sites} value={siteKey} change={setSiteKey} offersAll />
      )}
      {!fields.urls && <Problem>{problem}</Problem>}
      <div class="deeds">
        <button type="submit" class="primary" disabled={busy}>
          Fetch
        </button>
      </div>
    </form>
  );
}
