import { randomUUID } from "node:crypto";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { ready } from "./parent.ts";

/** The whole product. All load comes from one address, so what one address may do is not limited here. */
const limit = { points: 1_000_000_000, duration: 60 };
const config = readConfig(process.env);
const app = await createApp({
  config,
  log: createLog(config.logLevel),
  now: Date.now,
  newId: randomUUID,
  slackPostIntervalMs: Number(process.env.SLACK_POST_INTERVAL_MS) || undefined,
  widgetLimits: { visitor: limit, address: limit, site: limit, socketsPerAddress: 1_000_000 },
});
const { port } = await app.start();
process.once("SIGTERM", () => void app.stop().then(() => process.exit(0)));
ready(port);
