import { type Request, Router } from "express";
import type { Slack } from "../slack.ts";
import { bodyBytes } from "./body.ts";

/** Upload addresses, and private files behind the bot's token. */
export function fileEndpoints(slack: Slack): Router {
  const router = Router();
  router.all("/upload/v1/:file", async (request, response) => {
    const stored = slack.workspace.files.get(request.params.file);
    if (!stored || stored.complete) return void response.status(404).send("File not found");
    stored.content = await uploadedBytes(request);
    stored.file.size = stored.content.length;
    response.send(`OK - ${stored.content.length}`);
  });
  router.get(["/files-pri/:key/download/:name", "/files-pri/:key/:name"], (request, response) => {
    const key = String(request.params.key);
    const stored = slack.workspace.files.get(key.slice(key.indexOf("-") + 1));
    const isAllowed =
      request.get("authorization") === `Bearer ${slack.settings.botToken}` && !slack.troubles.isRevoked();
    // Slack answers a wrong token with its login page and status 200.
    if (!isAllowed)
      return void response
        .type("html")
        .send(
          "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to your workspace</body></html>",
        );
    if (!stored)
      return void response.status(404).type("html").send("<!DOCTYPE html><title>File not found</title>");
    response.type(stored.file.mimetype || "application/octet-stream").send(stored.content);
  });
  return router;
}

async function uploadedBytes(request: Request): Promise<Buffer> {
  const type = request.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return bodyBytes(request);
  const form = await new Response(new Uint8Array(bodyBytes(request)), {
    headers: { "content-type": type },
  }).formData();
  const first = [...form.values()][0];
  return first instanceof Blob ? Buffer.from(await first.arrayBuffer()) : Buffer.from(first ?? "");
}
