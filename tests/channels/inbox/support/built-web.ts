import { fileURLToPath } from "node:url";

/** The web app as it is built from today's source before the first test; see `support/fresh-build.ts`. */
export const builtWeb = fileURLToPath(new URL("../../../../dist/inbox", import.meta.url));
