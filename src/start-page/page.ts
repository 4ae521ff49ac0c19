import type { Health } from "../http/health.ts";

export interface StartPage {
  publicUrl: string;
  integrations: Record<string, Health>;
  hasAdmin: boolean;
  createSlackAppLink: string;
}

export function startPage({ publicUrl, integrations, hasAdmin, createSlackAppLink }: StartPage): string {
  const snippet = `<script src="${publicUrl}/widget.js" data-site="default" async></script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Live Handoff</title>
<link rel="stylesheet" href="/start.css">
</head>
<body>
<main>
<header>
<h1>Live Handoff</h1>
<p>Visitors chat with an assistant. When it cannot help, they reach a person of your team, in Slack or in the inbox, in the same chat.</p>
<p class="try">Try it: the button at the lower right of this page is the real widget.</p>
</header>
<section aria-labelledby="integrations">
<h2 id="integrations">What runs</h2>
<ul class="integrations">
${Object.entries(integrations).map(integration).join("\n")}
</ul>
</section>
<section aria-labelledby="next">
<h2 id="next">Next steps</h2>
<ol>
<li>${hasAdmin ? `<a href="/inbox">Open the inbox</a> and sign in.` : `Create the first admin: open the one-time link printed where the server was started. Then <a href="/inbox">open the inbox</a>.`}</li>
<li><a href="${escaped(createSlackAppLink)}" rel="noopener">Create the Slack app</a>: the link fills in everything for this server. Then set the Slack variables of the README and start again.</li>
<li>Put the chat on your website:<pre tabindex="0"><code>${escaped(snippet)}</code></pre></li>
</ol>
</section>
</main>
<script src="/widget.js" data-site="default" async></script>
</body>
</html>
`;
}

const names: Record<string, string> = {
  slack: "Slack",
  assistant: "Assistant",
  email: "Email",
  sms: "SMS",
  redis: "Redis",
};

const integration = ([name, { state, detail }]: [string, Health]) =>
  `<li><strong>${escaped(names[name] ?? name)}</strong><span class="state ${state}">${state}</span><span>${escaped(detail)}</span></li>`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
