import { type Look, ok } from "../check.ts";

export interface DatabaseOptions {
  kind: "sqlite" | "postgresql";
  /** Rejects while the database does not answer. */
  ping: () => Promise<void>;
}

/** An open database has been brought up to date, or the server would not have started. */
export const lookAtDatabase = ({ kind, ping }: DatabaseOptions): Look => ({
  name: "Database",
  async look() {
    await ping();
    return ok(`${kind === "sqlite" ? "SQLite" : "PostgreSQL"} answers and is up to date.`);
  },
});
