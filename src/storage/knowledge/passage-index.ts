import type { AskedWord } from "../../knowledge/words/asked-words.ts";
import type { Client, Database, Transaction } from "../client.ts";
import type { Passage as PassageRow } from "../generated/sqlite/client.ts";

/** A passage with what its article says of itself. */
export type FoundRow = PassageRow & { kind: string; title: string; url: string | null };

/** The database's own full-text search over passages. */
export interface PassageIndex {
  /** To be called before the passages of an article are deleted, and after they were inserted. */
  forget(transaction: Transaction, articleId: string): Promise<void>;
  add(transaction: Transaction, articleId: string): Promise<void>;
  /** The best first. */
  find(words: AskedWord[], siteKey: string, limit: number): Promise<FoundRow[]>;
  /** In how many passages a word stands. */
  spread(word: AskedWord): Promise<number>;
}

export function createPassageIndex({ kind, client }: Pick<Database, "kind" | "client">): PassageIndex {
  return kind === "sqlite" ? inSqlite(client) : inPostgresql(client);
}

/** FTS5, in a table of its own whose rows have the passages' ids. */
function inSqlite(client: Client): PassageIndex {
  return {
    async forget(transaction, articleId) {
      await transaction.$executeRaw`
        DELETE FROM "PassageIndex" WHERE rowid IN (SELECT "id" FROM "Passage" WHERE "articleId" = ${articleId})`;
    },

    async add(transaction, articleId) {
      await transaction.$executeRaw`
        INSERT INTO "PassageIndex" (rowid, "titleTerms", "bodyTerms")
        SELECT "id", "titleTerms", "bodyTerms" FROM "Passage" WHERE "articleId" = ${articleId}`;
    },

    async find(words, siteKey, limit) {
      const query = queryFor(words, inFts5);
      if (!query) return [];
      return client.$queryRaw<FoundRow[]>`
        SELECT "Passage".*, "Article"."kind", "Article"."title", "Article"."url"
        FROM "PassageIndex"
        JOIN "Passage" ON "Passage"."id" = "PassageIndex".rowid
        JOIN "Article" ON "Article"."id" = "Passage"."articleId"
        WHERE "PassageIndex" MATCH ${query} AND "Article"."siteKey" IN ('', ${siteKey})
        ORDER BY bm25("PassageIndex", 3.0, 1.0), "Passage"."id"
        LIMIT ${limit}`;
    },

    async spread(word) {
      const query = queryFor([word], inFts5);
      if (!query) return 0;
      const [row] = await client.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(*) AS "count" FROM "PassageIndex" WHERE "PassageIndex" MATCH ${query}`;
      return Number(row?.count ?? 0);
    },
  };
}

const inFts5: Wording = {
  whole: (term) => `"${term}"`,
  beginning: (term) => `"${term}" *`,
  or: " OR ",
};

/** A tsvector column that PostgreSQL keeps itself. */
function inPostgresql(client: Client): PassageIndex {
  return {
    async forget() {},
    async add() {},

    async find(words, siteKey, limit) {
      const query = queryFor(words, inTsquery);
      if (!query) return [];
      return client.$queryRaw<FoundRow[]>`
        SELECT p."id", p."articleId", p."position", p."heading", p."text", p."titleTerms", p."bodyTerms",
          a."kind", a."title", a."url"
        FROM "Passage" p JOIN "Article" a ON a."id" = p."articleId",
          CAST(${query} AS tsquery) AS "asked"
        WHERE p."words" @@ "asked" AND a."siteKey" IN ('', ${siteKey})
        ORDER BY ts_rank(p."words", "asked", 1) DESC, p."id"
        LIMIT ${limit}`;
    },

    async spread(word) {
      const query = queryFor([word], inTsquery);
      if (!query) return 0;
      const [row] = await client.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(*) AS "count" FROM "Passage" WHERE "words" @@ CAST(${query} AS tsquery)`;
      return Number(row?.count ?? 0);
    },
  };
}

const inTsquery: Wording = {
  whole: (term) => `'${term}'`,
  beginning: (term) => `'${term}':*`,
  or: " | ",
};

/** How a database's query language says what is looked for. */
interface Wording {
  whole: (term: string) => string;
  beginning: (term: string) => string;
  or: string;
}

/** A query for any form of any of the words; undefined where there is nothing to look for. */
function queryFor(words: AskedWord[], { whole, beginning, or }: Wording): string | undefined {
  const forms = words.flatMap(({ terms, beginnings, parts }) => [
    ...inert([...terms, ...parts]).map(whole),
    ...inert(beginnings).map(beginning),
  ]);
  return forms.join(or) || undefined;
}

/** Visitors' words never become part of a query's language, whatever they were made of before they came here. */
const inert = (terms: string[]) =>
  terms.map((term) => term.replaceAll(/[^\p{L}\p{N}]/gu, "")).filter((term) => term !== "");
