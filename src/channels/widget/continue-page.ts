interface Shown {
  siteKey: string;
  siteName: string;
}

/** A page of our own with nothing but the chat, for whoever comes back by a link. */
export function continuePage(site: Shown & { token: string }): string {
  const name = escaped(site.siteName);
  return page(
    `Your chat with ${name}`,
    `<h1>Your chat with ${name}</h1>
<p>It opens at the lower corner of this page, with everything you said so far.</p>`,
    `<script src="/widget/continue.js" data-site="${escaped(site.siteKey)}" data-token="${escaped(site.token)}"></script>
${widget(site)}`,
  );
}

/** The same page when it is loaded anew. Only the browser knows whether there is a chat, and shows one of the two. */
export function reloadedPage(site: Shown): string {
  const name = escaped(site.siteName);
  return page(
    `Your chat with ${name}`,
    `<section hidden data-chat="known">
<h1>Your chat with ${name}</h1>
<p>It opens at the lower corner of this page.</p>
</section>
<section hidden data-chat="unknown">
<h1>There is no chat in this browser</h1>
<p>Your chat with ${name} opens where you followed the link that we sent you. Follow it again to open the chat here, or begin a new one at the lower corner of this page.</p>
</section>`,
    `<script src="/widget/continue.js" data-site="${escaped(site.siteKey)}"></script>
${widget(site)}`,
  );
}

export const nowherePage = page(
  "This link leads to no chat",
  `<h1>This link leads to no chat</h1>
<p>A part of it may be missing. Follow the link in the mail or message that you got once more, or visit the website again.</p>`,
);

export const expiredPage = page(
  "This link is too old",
  `<h1>This link is too old</h1>
<p>For your safety it works for a few days only. Answer the mail you got it with, or visit the website again.</p>`,
);

/** What was said is no more; whoever comes back can begin anew, here or on the website. */
export function erasedPage(site: Shown & { origins: readonly string[] }): string {
  const [website, ...more] = site.origins;
  const where =
    website && more.length === 0
      ? `<a href="${escaped(website)}">${escaped(new URL(website).host)}</a>`
      : "the website";
  return page(
    "This chat was deleted",
    `<h1>This chat was deleted</h1>
<p>Your chat with ${escaped(site.siteName)} was deleted, with everything that was said in it. Neither you nor the team can open it here any more. Mails and messages that you got from it stay with you until you delete them.</p>
<p>Do you want to write to us again? Begin a new chat at the lower corner of this page, or on ${where}.</p>`,
    widget(site),
  );
}

/**
 * Hands the chat its token before the widget looks for one, and takes it out of the address; says whether there is a chat
 * where that was done before. Then it opens the chat.
 */
export const script = `
const { site, token } = document.currentScript.dataset;
const key = "live-handoff:" + site + ":token";
if (token) {
  localStorage.setItem(key, token);
  history.replaceState(null, "", location.pathname + "?site=" + encodeURIComponent(site));
}
const isKnown = localStorage.getItem(key) !== null;
const said = document.querySelector("[data-chat=" + (isKnown ? "known" : "unknown") + "]");
if (said) said.hidden = false;
if (isKnown) new MutationObserver((_changes, observer) => {
  const host = document.querySelector("live-handoff");
  if (!host) return;
  observer.disconnect();
  queueMicrotask(function open() {
    const button = host.shadowRoot.querySelector("button[aria-expanded=false]");
    if (button) button.click();
    else requestAnimationFrame(open);
  });
}).observe(document.documentElement, { childList: true, subtree: true });
`;

export const style = `
:root { color-scheme: light dark; --text: #1c1e21; --page: #fbfbfa; }
@media (prefers-color-scheme: dark) { :root { --text: #eceef0; --page: #121417; } }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 4.5rem 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
`;

function page(title: string, content: string, scripts = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/widget/continue.css">
</head>
<body>
<main>
${content}
</main>
${scripts}
</body>
</html>
`;
}

const widget = ({ siteKey }: Shown) =>
  `<script src="/widget.js" data-site="${escaped(siteKey)}" async></script>`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
