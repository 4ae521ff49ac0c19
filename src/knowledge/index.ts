import { storable } from "../conversation/text.ts";
import type { Log } from "../log.ts";
import { everySite, keyOf } from "../settings/change-key.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Article, ArticleDraft } from "./article.ts";
import { createFetching, type FetchingOptions } from "./fetching/index.ts";
import type { KnowledgeStore } from "./ports.ts";
import type { Asked, Hit } from "./search.ts";

export interface KnowledgeOptions extends Pick<FetchingOptions, "mayAsk" | "limits"> {
  store: KnowledgeStore;
  /** Every change is in the same log as those of the settings. */
  settings: Pick<SettingsDesk, "note">;
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

export type Knowledge = ReturnType<typeof createKnowledge>;

/** What the assistant may say, as admins keep it; and the search that finds it. */
export function createKnowledge({ store, settings, newId, now, log, ...fetchers }: KnowledgeOptions) {
  const fetching = createFetching({ store, now, log, ...fetchers });

  return {
    /** Loads the words of seven languages the first time. */
    async search(asked: Asked): Promise<Hit[]> {
      const { createSearch } = await import("./search.ts");
      return createSearch(store)(asked);
    },

    isEmpty: store.isEmpty,
    list: store.list,
    find: store.find,

    async add(draft: ArticleDraft, by: string): Promise<Article> {
      const article = { ...blank(by), ...drafted(draft) };
      await save(article);
      await noted(undefined, article, by);
      return article;
    },

    /** Pages to be fetched; those that are there already are fetched again. */
    async addPages(urls: readonly string[], siteKey: string | undefined, by: string): Promise<void> {
      const known = new Map(
        (await store.list()).filter(isFetched).map((article) => [placeOf(article), article]),
      );
      for (const url of new Set(urls)) {
        const before = known.get(placeOf({ url, siteKey }));
        if (before) {
          await store.mark(before.id, waiting);
          continue;
        }
        const article: Article = {
          ...blank(by),
          kind: "page",
          siteKey,
          url,
          title: url,
          text: "",
          state: "waiting",
        };
        await store.save(article, []);
        await noted(undefined, article, by);
      }
      fetching.kick();
    },

    /** Returns undefined when it is gone. */
    async change(id: string, draft: ArticleDraft, by: string): Promise<Article | undefined> {
      const before = await store.find(id);
      if (!before) return undefined;
      const article = { ...before, ...drafted(draft), by, updatedAt: now() };
      await save(article);
      await noted(before, article, by);
      return article;
    },

    /** Returns false when it was gone already. */
    async remove(id: string, by: string): Promise<boolean> {
      const before = await store.find(id);
      if (!before || !(await store.remove(id))) return false;
      await noted(before, undefined, by);
      return true;
    },

    /** Fetches a page again. Returns false when it is gone, or was never fetched from anywhere. */
    async refresh(id: string): Promise<boolean> {
      const page = await store.find(id);
      if (!page || !isFetched(page) || !(await store.mark(id, waiting))) return false;
      fetching.kick();
      return true;
    },

    /** Resolves when no page waits to be fetched any more. */
    fetched: fetching.idle,
    start: fetching.kick,
    stop: fetching.stop,
  };

  async function save(article: Article): Promise<void> {
    const { indexed } = await import("./indexed.ts");
    await store.save(article, indexed(article));
  }

  function blank(by: string) {
    return {
      ...{ id: newId(), url: undefined, state: "ready" as const, problem: undefined, fetchedAt: undefined },
      ...{ by, createdAt: now(), updatedAt: now() },
    };
  }

  async function noted(before: Article | undefined, after: Article | undefined, by: string): Promise<void> {
    const { kind, title } = after ?? before ?? { kind: "page", title: "" };
    const [from, to] = [before ?? after, after ?? before].map((article) => article?.siteKey ?? everySite);
    // Moved from one site to another, its words are of both.
    const siteKey = from === to ? to : undefined;
    const key = keyOf({ kind: "knowledge", what: `knowledge ${kind}`, title, siteKey });
    await settings.note([{ key, before: loggedAs(before), after: loggedAs(after) }], by);
  }
}

/** Where the text is the website's, and ours is a copy. */
const isFetched = ({ url, state, fetchedAt }: Article) =>
  url !== undefined && (fetchedAt !== undefined || state !== "ready");

/** The log is for seeing who changed what, and no second copy of it all. */
const maxLogged = 1_000;

function loggedAs(article: Article | undefined): string | null {
  if (!article) return null;
  const text = article.text || (article.url ?? "");
  return text.length > maxLogged ? `${text.slice(0, maxLogged)}…` : text;
}

const waiting = { state: "waiting", problem: undefined } as const;

const placeOf = ({ url, siteKey }: Pick<Article, "url" | "siteKey">) => `${siteKey ?? ""} ${url ?? ""}`;

const drafted = (draft: ArticleDraft) => ({
  ...{ kind: draft.kind, siteKey: draft.siteKey || undefined },
  ...{ title: storable(draft.title), text: storable(draft.text) },
  url: draft.kind === "page" ? draft.url : undefined,
});
