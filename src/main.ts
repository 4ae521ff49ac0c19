import { randomUUID } from "node:crypto";
import { createApp } from "./app.ts";
import { banner } from "./banner.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./environment.ts";
import { createLog } from "./log.ts";
import { StorageError } from "./storage/storage-error.ts";

try {
  await run();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await createApp({ config, log, now: Date.now, newId: randomUUID });
  await app.start();

  process.stdout.write(
    banner({
      url: config.publicUrl,
      database: app.storage.kind === "sqlite" ? config.databaseUrl.replace(/^file:/, "") : "PostgreSQL",
      integrations: app.integrations(),
      setupLink: await app.team.setupLink(),
    }),
  );

  const stop = (signal: string) => {
    log.info("stopping", { signal });
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error("could not stop in good order", { error });
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.on("unhandledRejection", (error) => {
    log.error("a bug: an error nobody waited for", { error });
    process.exit(1);
  });
}

/** One line that says what to do for what an operator can mend; the whole error for what is our bug. */
function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StorageError) return error.message;
  if (error instanceof Error && "code" in error) {
    const port = process.env.PORT ?? "3000";
    if (error.code === "EADDRINUSE")
      return `Port ${port} is taken by another program. Stop that program, or set PORT to a free one.`;
    if (error.code === "EACCES")
      return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
    if (error.code === "EADDRNOTAVAIL")
      return `HOST is no address of this machine. Leave it out to listen on all of them.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
