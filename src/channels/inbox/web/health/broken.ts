import { signal } from "@preact/signals";

/** What does not work, in words with a remedy: integration → sentence. */
export const broken = signal<Record<string, string>>({});

const everyMs = 60_000;

/** Looks from time to time, while somebody looks at the page. Returns how to stop. */
export function watchIntegrations(): () => void {
  const look = () => void (document.visibilityState === "visible" && ask());
  const timer = setInterval(look, everyMs);
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Not knowing is no news: the page says by itself when the server is out of reach. */
async function ask(): Promise<void> {
  try {
    const { integrations } = (await (await fetch("/readyz")).json()) as {
      integrations: Record<string, { state: string; detail: string }>;
    };
    broken.value = Object.fromEntries(
      Object.entries(integrations)
        .filter(([, { state }]) => state === "broken")
        .map(([name, { detail }]) => [name, detail]),
    );
  } catch {}
}
