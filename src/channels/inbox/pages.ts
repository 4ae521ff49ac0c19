import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { HttpError } from "../../http/errors.ts";

/** The built web app: its hashed files for ever, its page for every address under `/inbox`. */
export function createPages(webFolder: string): Router {
  const router = Router();
  const page = join(webFolder, "index.html");

  router.use(
    "/inbox/assets",
    express.static(join(webFolder, "assets"), { immutable: true, maxAge: "1y", index: false }),
    () => {
      throw new HttpError(404, "There is no such file.");
    },
  );

  router.use("/inbox", express.static(webFolder, { index: false, redirect: false }));
  router.get(["/inbox", "/inbox/{*rest}"], (_request, response) => {
    if (!existsSync(page)) throw new HttpError(503, "The inbox has not been built yet: run `npm run build`.");
    response.set("Cache-Control", "no-cache").sendFile(page);
  });

  return router;
}
