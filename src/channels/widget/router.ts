import { join } from "node:path";
import express, { type Request, type Response, type Router } from "express";
import { HttpError } from "../../http/errors.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Sites } from "../../settings/sites.ts";
import { embeddingOf } from "./embedding.ts";
import type { SiteGreeting } from "./protocol.ts";

export interface RouterOptions {
  settings: SettingsDesk;
  sites: Pick<Sites, "find">;
  publicUrl: string;
  scriptFolder: string;
  /** Whether a model answers: nobody is invited to ask what nothing can answer. */
  answers: boolean;
}

/** Browsers look for a newer widget after this long; the copy they have stays valid meanwhile. */
const scriptMaxAgeMs = 5 * 60_000;

export function widgetRouter(options: RouterOptions): Router {
  const { settings, sites, publicUrl, scriptFolder, answers } = options;
  const router = express.Router();

  router.get("/widget.js", (_request, response, next) => {
    response.sendFile(join(scriptFolder, "widget.js"), { maxAge: scriptMaxAgeMs }, (error) => {
      if (error) next(new HttpError(503, "The widget is not built. Run: npm run build"));
    });
  });

  router.get("/widget/site", async (request, response) => {
    readableFrom(request, response);
    const embedding = await embeddingOf(request, { sites, publicUrl });
    if (!embedding.allowed) throw new HttpError(embedding.status, embedding.reason);

    const { greeting, liveHandoff } = await settings.current();
    const answer: SiteGreeting = {
      name: embedding.site.name,
      greeting: greeting || standardGreeting(answers, liveHandoff),
      people: liveHandoff,
    };
    response.set("Cache-Control", "no-store").json(answer);
  });

  return router;
}

function standardGreeting(answers: boolean, people: boolean): string {
  if (answers && people) return "Hi! Ask me anything. If you would rather talk to a person, just say so.";
  if (answers) return "Hi! Ask me anything.";
  if (people) return "Hi! Write to us, and a person from the team joins you here.";
  return "Hi! Nobody is here right now. What you write is kept for the team.";
}

/** Any page may read the answer, even a refusal: it holds no secret, and the refusal says what to do. */
function readableFrom(request: Request, response: Response): void {
  const { origin } = request.headers;
  if (origin) response.set("Access-Control-Allow-Origin", origin);
  response.vary("Origin");
}
