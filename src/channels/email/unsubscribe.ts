import express, { type Router } from "express";
import type { MailAddresses } from "../../mail/addresses.ts";
import { markup } from "../../mail/markup.ts";
import type { Notices } from "../../notifications/notice.ts";

export interface UnsubscribeOptions {
  addresses: Pick<MailAddresses, "find">;
  notices: Pick<Notices, "markUnreachable">;
}

/** `/email/unsubscribe/TOKEN`: asks first, because mail programs follow links by themselves; a POST does it (RFC 8058). */
export function unsubscribeRouter({ addresses, notices }: UnsubscribeOptions): Router {
  const router = express.Router();

  router.get("/email/unsubscribe/:token", async (request, response) => {
    const address = await addresses.find(request.params.token);
    response
      .status(address ? 200 : 404)
      .set("Cache-Control", "no-store")
      .send(
        address
          ? page(
              "No more mails?",
              `Nothing from our chats will be sent to ${address.recipient} any more.`,
              true,
            )
          : page(
              "This link is not valid",
              "Perhaps a part of it is missing. Copy the whole link from the mail.",
            ),
      );
  });

  router.post("/email/unsubscribe/:token", async (request, response) => {
    const address = await addresses.find(request.params.token);
    if (address)
      await notices.markUnreachable({
        ...{ way: "email", recipient: address.recipient, reason: "opted-out" },
        words: `${address.recipient} asked for no more mail.`,
      });
    response.send(page("Done", "You get no more mails from our chats."));
  });

  return router;
}

const page = (title: string, words: string, asks = false): string =>
  markup`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body>
<main>
<h1>${title}</h1>
<p>${words}</p>
${asks ? markup`<form method="post"><button type="submit">No more mails</button></form>` : markup``}
</main>
</body>
</html>
`.html;
