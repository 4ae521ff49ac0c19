import { PrismaPg } from "@prisma/adapter-pg";
import type { Client, Database, Transaction } from "./client.ts";
import { PrismaClient } from "./generated/postgresql/client.ts";
import { StorageError } from "./storage-error.ts";
import { writeChanges } from "./write-changes.ts";
import type { ChangeLog } from "./writer.ts";

const poolSize = 10;

export const postgresqlAdapter = (url: string) => new PrismaPg({ connectionString: url, max: poolSize });

export async function openPostgresql(url: string): Promise<Database> {
  const client = new PrismaClient({ adapter: postgresqlAdapter(url) });
  try {
    await client.$queryRawUnsafe("SELECT 1");
  } catch (error) {
    await client.$disconnect();
    throw new StorageError(
      `PostgreSQL at ${withoutPassword(url)} does not answer (${reason(error)}). Check DATABASE_URL and that the server runs.`,
    );
  }
  // The two generated clients differ in name only; SQLite's stands for both in this folder.
  return { kind: "postgresql", client: client as unknown as Client, exclusive: false, changes };

  function changes(): ChangeLog {
    return {
      write: (changes, clock) =>
        client.$transaction((transaction) =>
          writeChanges(transaction as unknown as Transaction, changes, clock),
        ),
      close: () => {},
    };
  }
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const reason = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1) ?? "no reason given";
