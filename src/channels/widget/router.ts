import express, { type Request, type Router } from "express";
import type { GuardedFiles } from "../../files/index.ts";
import { HttpError } from "../../http/errors.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { preferredLanguage } from "../../settings/languages.ts";
import { messagesFor } from "../../settings/messages.ts";
import type { Settings } from "../../settings/schema.ts";
import { type ContinueOptions, continueRouter } from "./continue.ts";
import { inkOn } from "./ink-on.ts";
import type { SiteGreeting } from "./protocol.ts";
import { siteOf } from "./site-of.ts";
import { type UploadsOptions, uploadsRouter } from "./uploads.ts";

export interface RouterOptions extends UploadsOptions, ContinueOptions {
  settings: SettingsDesk;
  scriptFolder: string;
  shown: Pick<GuardedFiles, "router">;
  /** Whether a model answers: nobody is invited to ask what nothing can answer. */
  answers: boolean;
  now: () => number;
}

/** Browsers look for a newer widget after this long; the copy they have stays valid meanwhile. */
const scriptMaxAgeMs = 5 * 60_000;

export function widgetRouter(options: RouterOptions): Router {
  const { settings, scriptFolder, shown } = options;
  const router = express.Router();

  router.get("/widget.js", (_request, response, next) => {
    response.set("Access-Control-Allow-Origin", "*");
    response.sendFile("widget.js", { root: scriptFolder, maxAge: scriptMaxAgeMs }, (error) => {
      if (error) next(new HttpError(503, "The widget is not built. Run: npm run build"));
    });
  });

  router.get("/widget/site", async (request, response) => {
    const site = await siteOf(request, response, options);
    const current = await settings.current();
    const answer: SiteGreeting = {
      name: site.name,
      greeting:
        messagesFor(current, languageOf(request)).greeting || (await standardGreeting(options, current)),
      people: current.liveHandoff,
      look: site.look,
      ink: site.look.accent && inkOn(site.look.accent),
    };
    response.set("Cache-Control", "no-store").json(answer);
  });

  router.use(uploadsRouter(options), shown.router, continueRouter(options));
  return router;
}

const languageOf = ({ headers }: Request) => preferredLanguage(headers["accept-language"]);

async function standardGreeting(
  { answers, settings }: RouterOptions,
  { liveHandoff }: Settings,
): Promise<string> {
  if (answers && liveHandoff)
    return "Hi! Ask me anything. If you would rather talk to a person, just say so.";
  if (answers) return "Hi! Ask me anything.";
  if (!liveHandoff) return "Hi! Nobody is here right now. What you write is kept for the team.";
  return (await settings.availability()).isOpen
    ? "Hi! Write to us, and a person from the team joins you here."
    : "Hi! Our team is away at the moment. Write to us, and they answer here.";
}
