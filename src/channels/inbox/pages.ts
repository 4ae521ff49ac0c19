import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Response, Router } from "express";
import { HttpError } from "../../http/errors.ts";

/** Nothing from elsewhere but pictures of people; no page may frame this one. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' https: data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

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
    safely(response).sendFile(page);
  });

  return router;
}

const safely = (response: Response): Response =>
  response.set({
    "Cache-Control": "no-cache",
    "Content-Security-Policy": contentSecurityPolicy,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
  });
