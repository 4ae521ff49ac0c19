import type { Health } from "./http/health.ts";

export interface Banner {
  url: string;
  database: string;
  integrations: Record<string, Health>;
  /** Only while there is no admin. */
  setupLink: string | undefined;
}

/** What a person sees when the process is ready: what runs where, what is off, and what to do next. */
export function banner({ url, database, integrations, setupLink }: Banner): string {
  const lines = [
    "",
    "  Live Handoff is running.",
    "",
    `  Start page   ${url}/`,
    `  Inbox        ${url}/inbox`,
    `  Widget       <script src="${url}/widget.js" data-site="default" async></script>`,
    `  Data         ${database}`,
    "",
    ...Object.entries(integrations).map(([name, { state, detail }]) => {
      return `  ${name.padEnd(10)} ${state.padEnd(9)} ${detail}`;
    }),
    "",
  ];
  if (setupLink) lines.push("  Create the first admin (this link works once):", `  ${setupLink}`, "");
  return `${lines.join("\n")}\n`;
}
