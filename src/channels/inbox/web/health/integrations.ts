import { computed, signal } from "@preact/signals";

interface Integration {
  state: string;
  /** In words, with the remedy. */
  detail: string;
}

/** How each service outside is doing; nothing until that is known. */
const integrations = signal<Record<string, Integration>>({});

/** What does not work: integration → sentence. */
export const broken = computed(() =>
  Object.fromEntries(
    Object.entries(integrations.value)
      .filter(([, { state }]) => state === "broken")
      .map(([name, { detail }]) => [name, detail]),
  ),
);

export const slackState = computed(() => integrations.value.slack?.state);

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
    const answer = (await (await fetch("/readyz")).json()) as { integrations: Record<string, Integration> };
    integrations.value = answer.integrations;
  } catch {}
}
