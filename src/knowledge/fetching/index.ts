import { storable } from "../../conversation/text.ts";
import type { Log } from "../../log.ts";
import { type Article, maxArticleLength } from "../article.ts";
import type { KnowledgeStore } from "../ports.ts";
import { CannotFetch } from "./cannot-fetch.ts";
import type { FetchLimits, GetPage } from "./get-page.ts";
import { mainText } from "./main-text.ts";
import type { MayAsk } from "./public-addresses.ts";

export interface FetchingOptions {
  store: KnowledgeStore;
  now: () => number;
  log: Log;
  /** Which addresses the server may ask; public ones when left out. */
  mayAsk?: MayAsk | undefined;
  limits?: FetchLimits | undefined;
}

const atOnce = 3;

/** Fetches the pages that wait for it, a few at a time; what cannot be had is told at the page. */
export function createFetching({ store, now, log, mayAsk, limits }: FetchingOptions) {
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let close: (() => Promise<void>) | undefined;

  function kick(): void {
    if (working) {
      again = true;
      return;
    }
    working = work()
      .catch((error: unknown) => log.error("pages could not be fetched", { error }))
      .finally(() => {
        working = undefined;
        if (again && !stopped) {
          again = false;
          kick();
        }
      });
  }

  async function work(): Promise<void> {
    const pages = await store.waiting();
    if (pages.length === 0) return;
    const [{ createGetPage }, { isPublicAddress }] = await Promise.all([
      import("./get-page.ts"),
      import("./public-addresses.ts"),
    ]);
    const { get, close: closeAgent } = createGetPage(mayAsk ?? isPublicAddress, limits);
    close = closeAgent;
    const next = async (): Promise<void> => {
      const page = pages.shift();
      if (!page || stopped) return;
      await fetchOne(page, get);
      return next();
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    await closeAgent();
  }

  async function fetchOne(page: Article, get: GetPage): Promise<void> {
    try {
      const { title, text } = await mainText(await get(page.url ?? ""));
      const fetched: Article = {
        ...page,
        ...{ title: storable(title).slice(0, 300), text: storable(text).slice(0, maxArticleLength) },
        ...{ state: "ready", problem: undefined, fetchedAt: now(), updatedAt: now() },
      };
      // Somebody may have removed it meanwhile.
      const { indexed } = await import("../indexed.ts");
      if (await store.find(page.id)) await store.save(fetched, indexed(fetched));
    } catch (error) {
      // It still waits, and is fetched at the next start.
      if (stopped) return;
      if (!(error instanceof CannotFetch)) log.error("a page could not be read", { url: page.url, error });
      const problem =
        error instanceof CannotFetch
          ? error.message
          : "The page could not be understood. Paste its text instead.";
      await store.mark(page.id, { state: "failed", problem });
    }
  }

  return {
    /** Looks for pages that wait. */
    kick,

    async idle(): Promise<void> {
      while (working) await working;
    },

    async stop(): Promise<void> {
      stopped = true;
      await close?.();
      await working;
    },
  };
}
