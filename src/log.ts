import { pino } from "pino";

export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Where a secret could stand in what we log; pino blanks it. */
const secrets = ["token", "password", "authorization", "cookie", "secret", "apiKey"];

/** One JSON line per entry on standard output; `level` as pino names them, "silent" for none. */
export function createLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    serializers: { error: pino.stdSerializers.err },
  });
  const write =
    (name: "debug" | "info" | "warn" | "error") =>
    (message: string, fields: Record<string, unknown> = {}) =>
      logger[name](fields, message);

  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
