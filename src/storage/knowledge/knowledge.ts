import type { Article } from "../../knowledge/article.ts";
import type { FoundPassage, IndexedPassage, KnowledgeStore } from "../../knowledge/ports.ts";
import type { Database, Transaction } from "../client.ts";
import type { Article as ArticleRow } from "../generated/sqlite/client.ts";
import { createPassageIndex, type FoundRow, type PassageIndex } from "./passage-index.ts";

/** Characters: a list shows how articles begin, and thousands of them are not read whole for it. */
const listedLength = 1_000;

export function createKnowledgeStore({ kind, client }: Pick<Database, "kind" | "client">): KnowledgeStore {
  const index = createPassageIndex({ kind, client });

  return {
    async list() {
      const rows = await client.$queryRaw<ArticleRow[]>`
        SELECT "id", "kind", "siteKey", "title", SUBSTR("text", 1, ${listedLength}) AS "text", "url", "state",
          "problem", "fetchedAt", "by", "createdAt", "updatedAt"
        FROM "Article" ORDER BY "updatedAt" DESC, "id"`;
      return rows.map(articleOf);
    },

    async find(id) {
      const row = await client.article.findFirst({ where: { id } });
      return row ? articleOf(row) : undefined;
    },

    async waiting() {
      const rows = await client.article.findMany({
        where: { state: "waiting" },
        orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      });
      return rows.map(articleOf);
    },

    save: (article, passages) =>
      client.$transaction((transaction) => saveArticle(transaction, index, { article, passages })),

    async mark(id, { state, problem }) {
      const { count } = await client.article.updateMany({
        where: { id },
        data: { state, problem: problem ?? null },
      });
      return count === 1;
    },

    remove: (id) =>
      client.$transaction(async (transaction) => {
        await withoutPassages(transaction, index, id);
        const { count } = await transaction.article.deleteMany({ where: { id } });
        return count === 1;
      }),

    async isEmpty(siteKey) {
      const some = await client.article.findFirst({
        where: { siteKey: { in: ["", siteKey] }, text: { not: "" } },
        select: { id: true },
      });
      return some === null;
    },

    async search(words, siteKey, limit) {
      if (words.length === 0) return { passages: [], spread: [], total: 0 };
      const [rows, spread, total] = await Promise.all([
        index.find(words, siteKey, limit),
        Promise.all(words.map(index.spread)),
        client.passage.count(),
      ]);
      return { passages: rows.map(passageOf), spread, total };
    },
  };
}

export interface SavedArticle {
  article: Article;
  passages: IndexedPassage[];
}

/** The article and all its passages, in the place of what was there under its id. */
export async function saveArticle(
  transaction: Transaction,
  index: PassageIndex,
  { article, passages }: SavedArticle,
): Promise<void> {
  const { id, ...row } = rowOf(article);
  await withoutPassages(transaction, index, id);
  await transaction.article.upsert({ where: { id }, create: { id, ...row }, update: row });
  await transaction.passage.createMany({
    data: passages.map(({ titleTerms, bodyTerms, ...passage }, position) => ({
      ...passage,
      ...{ articleId: id, position },
      titleTerms: titleTerms.join(" "),
      bodyTerms: bodyTerms.join(" "),
    })),
  });
  await index.add(transaction, id);
}

async function withoutPassages(transaction: Transaction, index: PassageIndex, articleId: string) {
  await index.forget(transaction, articleId);
  await transaction.passage.deleteMany({ where: { articleId } });
}

const articleOf = (row: ArticleRow): Article => ({
  ...row,
  kind: row.kind === "answer" ? "answer" : "page",
  siteKey: row.siteKey || undefined,
  url: row.url ?? undefined,
  state: row.state === "waiting" || row.state === "failed" ? row.state : "ready",
  problem: row.problem ?? undefined,
  fetchedAt: row.fetchedAt === null ? undefined : Number(row.fetchedAt),
  createdAt: Number(row.createdAt),
  updatedAt: Number(row.updatedAt),
});

const rowOf = (article: Article): ArticleRow => ({
  ...article,
  siteKey: article.siteKey ?? "",
  url: article.url ?? null,
  problem: article.problem ?? null,
  fetchedAt: article.fetchedAt === undefined ? null : BigInt(article.fetchedAt),
  createdAt: BigInt(article.createdAt),
  updatedAt: BigInt(article.updatedAt),
});

const passageOf = ({ id: _, titleTerms, bodyTerms, url, kind, ...row }: FoundRow): FoundPassage => ({
  ...row,
  position: Number(row.position),
  kind: kind === "answer" ? "answer" : "page",
  url: url ?? undefined,
  titleTerms: titleTerms.split(" "),
  bodyTerms: bodyTerms.split(" "),
});
