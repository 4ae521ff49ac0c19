import express, { type Response, type Router } from "express";
import type { Conversations } from "../../conversation/index.ts";
import type { Traces } from "../../conversation/traces.ts";
import type { MailAddress, MailAddresses } from "../../mail/addresses.ts";
import { markup } from "../../mail/markup.ts";
import type { Notices } from "../../notifications/notice.ts";

export interface UnsubscribeOptions {
  addresses: Pick<MailAddresses, "find">;
  traces: Pick<Traces, "of">;
  notices: Pick<Notices, "markUnreachable">;
  conversations: Pick<Conversations, "loseContact">;
}

/** `/email/unsubscribe/TOKEN`: asks first, because mail programs follow links by themselves; a POST does it (RFC 8058). */
export function unsubscribeRouter({ addresses, traces, notices, conversations }: UnsubscribeOptions): Router {
  const router = express.Router();

  router.get("/email/unsubscribe/:token", async (request, response) => {
    const { token } = request.params;
    const address = await addresses.find(token);
    response.set("Cache-Control", "no-store");
    if (address)
      response.send(
        page("No more mails?", `Nothing from our chats will be sent to ${address.recipient} any more.`, true),
      );
    else await leadsNowhere(token, response);
  });

  router.post("/email/unsubscribe/:token", async (request, response) => {
    const { token } = request.params;
    const address = await addresses.find(token);
    if (!address) return leadsNowhere(token, response);
    await end(address);
    response.send(page("Done", "You get no more mails from our chats."));
  });

  return router;

  async function leadsNowhere(token: string, response: Response): Promise<void> {
    const isErased = await traces.of({ kind: "mail", role: "visitor", token });
    if (isErased)
      response.send(
        page(
          "You get no more mails",
          "The chat that the mail came from was deleted, and your address with it. Nothing more will be sent from it.",
        ),
      );
    else
      response
        .status(404)
        .send(
          page(
            "This link is not valid",
            "Perhaps a part of it is missing. Copy the whole link from the mail.",
          ),
        );
  }

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
