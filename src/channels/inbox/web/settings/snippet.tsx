import { useRef, useState } from "preact/hooks";

/** What goes into the website's pages. */
export function Snippet({ siteKey, publicUrl }: { siteKey: string; publicUrl: string }) {
  const [copied, setCopied] = useState<"yes" | "by hand">();
  const box = useRef<HTMLInputElement>(null);
  const snippet = `<script src="${publicUrl}/widget.js" data-site="${siteKey}" async></script>`;

  // Browsers offer the clipboard only to pages served over https.
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(snippet);
      setCopied("yes");
    } catch {
      setCopied("by hand");
    }
  };
  return (
    <div class="field">
      <div class="with-button">
        <input
          class="snippet"
          readOnly
          ref={box}
          aria-label={`Embed snippet of ${siteKey}`}
          value={snippet}
        />
        <button type="button" onClick={() => void copy()}>
          {copied === "yes" ? "Copied" : "Copy"}
        </button>
      </div>
      <p class="hint" role="status">
        {copied === "by hand"
          ? "It is selected: copy it with Ctrl+C or ⌘C."
          : "Goes into every page that should have the chat, before </body>."}
      </p>
    </div>
  );
}
