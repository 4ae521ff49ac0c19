/** Where this widget belongs: told by the script tag that loaded it. */
export interface Embed {
  siteKey: string;
  /** Of the server the script came from, like `https://chat.example.com`. */
  origin: string;
}

export function readEmbed(script: HTMLScriptElement): Embed {
  return { siteKey: script.dataset.site || "default", origin: new URL(script.src).origin };
}

/** Only while the script first runs does the browser say which tag it came from. */
export function ownScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  return current instanceof HTMLScriptElement
    ? current
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');
}
