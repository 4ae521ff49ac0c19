import { Copy } from "../elements/copy.tsx";

/** A link that somebody has to pass on: selected when one comes to it, so that it is easily copied. */
export const MadeLink = ({ label, words, link }: { label: string; words: string; link: string }) => (
  <div class="invitation" role="status">
    <p>
      {words} <Copy what="link" text={link} />
    </p>
    <input readOnly aria-label={label} value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
  </div>
);
