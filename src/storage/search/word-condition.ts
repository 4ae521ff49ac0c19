import type { Phrase } from "../../search/question.ts";
import type { Database } from "../client.ts";
import { Prisma } from "../generated/sqlite/client.ts";

/** SQL that holds for a conversation `c` in which, or of whose visitor, the phrase is said. */
export function wordCondition(kind: Database["kind"], phrase: Phrase): Prisma.Sql {
  const found =
    kind === "sqlite"
      ? Prisma.sql`"Findable"."id" IN (
          SELECT rowid FROM "FindableIndex" WHERE "FindableIndex" MATCH ${inFts5(phrase)})`
      : Prisma.sql`"Findable"."words" @@ CAST(${inTsquery(phrase)} AS tsquery)`;
  return Prisma.sql`c."id" IN (SELECT "conversationId" FROM "Findable" WHERE ${found})`;
}

// Terms have letters and digits only: what was typed never becomes part of a query's language.

const inFts5 = ({ terms, mayGoOn }: Phrase) => `"${terms.join(" ")}"${mayGoOn ? " *" : ""}`;

const inTsquery = ({ terms, mayGoOn }: Phrase) =>
  `${terms.map((term) => `'${term}'`).join(" <-> ")}${mayGoOn ? ":*" : ""}`;
