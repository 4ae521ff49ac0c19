export interface InstallPage {
  title: string;
  /** One paragraph each; plain text. */
  words: string[];
  link?: { to: string; label: string };
}

/** What somebody reads who has installed the app, or could not. */
export const installPage = ({ title, words, link }: InstallPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Live Handoff</title>
<link rel="stylesheet" href="/start.css">
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
${words.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("\n")}
${link ? `<p><a href="${escaped(link.to)}">${escaped(link.label)}</a></p>` : ""}
</header>
</main>
</body>
</html>
`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
