import { backoffMs } from "./backoff.ts";

type PanelScript = typeof import("./start-panel.tsx");

/** Names the panel's content, so that a cached one is never an old one. The build writes it here. */
const version = "PANEL_VERSION";

/** Brings the panel's script from where this one came from, and does not give up. `failed` is called each time. */
export function createPanelLoader(origin: string, failed: () => void) {
  let failures = 0;
  let hurry = () => {};
  addEventListener("online", () => hurry());

  return {
    hasFailed: () => failures > 0,
    /** Somebody waits: tries again now. */
    hurry: () => hurry(),

    async load(): Promise<PanelScript> {
      for (;;) {
        // Some browsers remember that an address failed, so it is asked for by another.
        const address = `${origin}/widget/panel.js?${version}${failures ? `&again=${failures}` : ""}`;
        try {
          return await import(/* @vite-ignore */ address);
        } catch {
          failures++;
          failed();
          await new Promise<void>((resolve) => {
            hurry = resolve;
            setTimeout(resolve, backoffMs(failures));
          });
        }
      }
    },
  };
}
