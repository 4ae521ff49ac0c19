import type { PrismaClient } from "./generated/sqlite/client.ts";
import type { ChangeLog } from "./writer.ts";

/** The Prisma client of either database: both are generated from one model and have the same shape. */
export type Client = PrismaClient;

export type Transaction = Parameters<Parameters<Client["$transaction"]>[0]>[0];

/** An open database: the client, and what differs between the two kinds. */
export interface Database {
  kind: "sqlite" | "postgresql";
  client: Client;
  /** Only this process writes: what was read once may be remembered. */
  exclusive: boolean;
  /** Opens the way for changes; the schema must be up to date. */
  changes(): ChangeLog;
}
