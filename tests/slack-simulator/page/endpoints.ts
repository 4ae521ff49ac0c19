import { readFile } from "node:fs/promises";
import { type Response, Router } from "express";
import { z } from "zod";
import { bodyText } from "../http/body.ts";
import { createPerson } from "../person.ts";
import type { Slack } from "../slack.ts";
import { act, actShape } from "./acts.ts";
import { avatar } from "./avatar.ts";
import { stateFor } from "./state.ts";

const assets = new URL("./browser/", import.meta.url);
const policy = "default-src 'self'; img-src * data: blob:; style-src 'self'; frame-ancestors 'none'";

/** The page people type in: its files, what it shows, what is done on it, and a stream that says when to look again. */
export function pageEndpoints(slack: Slack): Router {
  const router = Router();
  router.get(["/", "/archives/:channel/:message"], async (_request, response) =>
    asset(response, "page.html"),
  );
  router.get("/page/assets/:name", async (request, response) => {
    if (!/^[a-z-]+\.(js|css)$/.test(request.params.name)) return void response.sendStatus(404);
    await asset(response, request.params.name);
  });
  router.get("/page/state", (request, response) => {
    const person = slack.workspace.person(String(request.query.as)) ?? slack.workspace.people[0];
    if (!person) return void response.sendStatus(404);
    response.json(
      stateFor(slack, person, {
        channel: String(request.query.channel ?? ""),
        thread: String(request.query.thread ?? ""),
      }),
    );
  });
  router.get("/page/changes", (request, response) => {
    response
      .writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
      .write("data: hello\n\n");
    const stop = slack.onChange(coalesced(() => response.write("data: changed\n\n")));
    request.on("close", stop);
  });
  router.post("/page/act", async (request, response) => {
    // A JSON body cannot be posted from a stranger's page without a preflight that is never granted.
    if (!request.is("application/json")) return void response.sendStatus(415);
    try {
      const wanted = actShape.parse(JSON.parse(bodyText(request)));
      const person = slack.workspace.person(wanted.as);
      if (!person) throw new Error(`There is nobody called ${wanted.as}`);
      response.json({ result: (await act(slack, createPerson(slack, person), wanted)) ?? null });
    } catch (error) {
      response.json({
        error:
          error instanceof z.ZodError
            ? z.prettifyError(error)
            : error instanceof Error
              ? error.message
              : "That did not work",
      });
    }
  });
  router.get("/page/files/:id", (request, response) => {
    const stored = slack.workspace.files.get(request.params.id);
    if (!stored) return void response.sendStatus(404);
    const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(stored.file.mimetype);
    response.set({ "content-security-policy": "sandbox", "x-content-type-options": "nosniff" });
    if (!isPicture) response.attachment(stored.file.name);
    response.type(stored.file.mimetype || "application/octet-stream").send(stored.content);
  });
  router.get("/avatars/:name", (request, response) => {
    const id = request.params.name.replace(/\.svg$/, "");
    const { people, bot, team } = slack.workspace;
    const name =
      people.find((person) => person.id === id)?.realName ??
      (id === bot.userId || id === bot.botId ? bot.realName : team.name);
    response.type("svg").send(avatar(name, id));
  });
  return router;
}

async function asset(response: Response, name: string): Promise<void> {
  const content = await readFile(new URL(name, assets)).catch(() => undefined);
  if (!content) return void response.sendStatus(404);
  response
    .set({ "content-security-policy": policy, "cache-control": "no-cache" })
    .type(name.split(".").pop() ?? "html")
    .send(content);
}

/** Many changes at once make one look. */
function coalesced(tell: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      tell();
    }, 30).unref();
  };
}
