import { useId, useRef, useState } from "preact/hooks";
import type { KnowledgePage } from "../../knowledge/protocol.ts";
import { inWords, Refused } from "../api.ts";
import { SiteSelect } from "./site-select.tsx";
import type { KnowledgeDesk } from "./use-knowledge.ts";

interface Fate {
  name: string;
  /** What is wrong; undefined where it was taken. */
  problem: string | undefined;
}

/** Markdown and text files, each of which becomes a page. */
export function FilesForm({ sites, desk }: { sites: KnowledgePage["sites"]; desk: KnowledgeDesk }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [siteKey, setSiteKey] = useState("");
  const [fates, setFates] = useState<Fate[]>([]);
  const [busy, setBusy] = useState(false);

  const upload = async (files: File[]) => {
    setBusy(true);
    setFates([]);
    for (const file of files) {
      const problem = await uploaded(file).catch(whyNot);
      setFates((before) => [...before, { name: file.name, problem: problem ?? undefined }]);
    }
    if (input.current) input.current.value = "";
    setBusy(false);
  };

  const uploaded = async (file: File): Promise<string | undefined> => {
    if (!/\.(md|markdown|txt)$/i.test(file.name)) return "Only .md and .txt files can be read.";
    if (file.size > 800_000) return "The file is too large: at most 200,000 characters.";
    const text = await file.text();
    const title = /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? file.name.replace(/\.\w+$/, "");
    await desk.change("POST", "articles", { kind: "page", title, text, siteKey: siteKey || undefined });
    return undefined;
  };

  return (
    <div class="fields">
      {sites.length > 1 && (
        <SiteSelect label="For" sites={sites} value={siteKey} change={setSiteKey} offersAll />
      )}
      <div class="field">
        <label for={id}>Files</label>
        <input
          id={id}
          ref={input}
          type="file"
          multiple
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          disabled={busy}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => void upload([...(currentTarget.files ?? [])])}
        />
        <p class="hint" id={`${id}-hint`}>
          .md or .txt, several at once. A file's first heading becomes its title.
        </p>
      </div>
      <ul class="fates" role="status" aria-label="Uploaded files">
        {fates.map(({ name, problem }) => (
          <li key={name} class={problem ? "wrong" : ""}>
            <b>{name}</b>: {problem ?? "added."}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with a file's text stands under a name no form shows. */
function whyNot(error: unknown): string {
  const [first] = error instanceof Refused ? Object.values(error.fields).flat() : [];
  return first ?? inWords(error);
}
