import express, { type Router } from "express";
import type { Conversations } from "../../conversation/index.ts";
import type { MailAddress, MailAddresses } from "../../mail/addresses.ts";
import { markup } from "../../mail/markup.ts";
import type { Notices } from "../../notifications/notice.ts";

export interface UnsubscribeOptions {
  addresses: Pick<MailAddresses, "find">;
  notices: Pick<Notices, "markUnreachable">;
  conversations: Pick<Conversations, "loseContact">;
}

/** `/email/unsubscribe/TOKEN`: asks first, because mail programs follow links by themselves; a POST does it (RFC 8058). */
export function unsubscribeRouter({ addresses, notices, conversations }: UnsubscribeOptions): Router {
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
    if (address) await end(address);
    response.send(page("Done", "You get no more mails from our chats."));
  });

  return router;

  async function end({ token, conversationId, role, recipient }: MailAddress): Promise<void> {
    const words = `${recipient} asked for no more mail.`;
    const wish = { way: "email", recipient, reason: "opted-out", words } as const;
    await notices.markUnreachable(wish);
    if (role === "visitor")
      await conversations.loseContact({
        ...{ ...wish, conversationId, source: { via: "email", externalId: `${token}/unsubscribed` } },
      });
  }
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
