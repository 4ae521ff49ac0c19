import { useState } from "preact/hooks";
import { Icon } from "./icons.tsx";

/** Puts a text into the clipboard, and says so. `what` completes "Copy …". */
export function Copy({ what, text }: { what: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  // On pages served over plain http browsers offer no clipboard.
  if (!globalThis.navigator?.clipboard) return null;
  return (
    <button
      type="button"
      class="quiet copy"
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      onClick={() => void copy()}
    >
      {isCopied ? "✓" : <Icon name="copy" />}
      {isCopied && (
        <span class="for-ears" role="status">
          Copied
        </span>
      )}
    </button>
  );
}
