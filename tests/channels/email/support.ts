import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmail } from "../../../src/channels/email/index.ts";
import { createFiles } from "../../../src/files/index.ts";
import { createMailer } from "../../../src/mail/index.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { startPostmark, type TakenMail } from "../../mail/support/postmark.ts";
import { ana, openDesk } from "../../support/desk.ts";
import { quietLog } from "../../support/quiet-log.ts";
import { serve } from "../../support/serve.ts";

const password = "correct horse";
const inboundAddress = "abc123@inbound.postmarkapp.com";

/** The email channel on a real database, with Postmark on both ends and a clock the test moves. */
export async function openEmail() {
  const listeners: Parameters<typeof openDesk>[0] = { listeners: [] };
  const desk = await openDesk(listeners);
  const { storage, conversations, now } = desk;
  const { store, notices, sites, mailAddresses: addresses } = storage;
  const postmark = await startPostmark();
  const log = quietLog();
  const traces = createTraces({ records: storage.traces, secret: "s".repeat(32), now });
  const settings = createSettings({ store: storage.settings, now });
  await settings.change({ emailRecipients: ["ana@example.com"] }, "Ana");
  const mailer = createMailer({
    ...{ token: "t", from: "support@example.com", apiUrl: postmark.apiUrl, log, retryDelaysMs: [0, 0] },
  });
  const folder = mkdtempSync(join(tmpdir(), "handoff-mail-"));
  let email: ReturnType<typeof createEmail> | undefined;
  const served = await serve((publicUrl) => {
    const files = createFiles({
      ...{ records: storage.files, folder, secret: "s".repeat(32), publicUrl, now, log },
      ...{ newId: randomUUID, fetchers: {} },
    });
    email = createEmail({
      ...{ conversations, store, notices, addresses, settings, sites, files, mailer, publicUrl, now, log },
      ...{ newId: randomUUID, webhookPassword: password, inboundAddress, traces },
      members: async () => [{ id: "u-ben", name: "Ben", email: "Ben@example.com" }],
      continueUrl: ({ id }) => `${publicUrl}/widget/continue?token=${id}`,
      refused: () => {},
    });
    return email.router;
  });
  if (!email) throw new Error("The channel was not made.");
  const { listener, carrier } = email;
  listeners.listeners?.push(listener);
  const relay = createRelay({ lanes: storage.lanes, store, listeners: [listener], now, log });

  return {
    ...{ desk, postmark, settings, carrier, conversations, url: served.url },

    /** A visitor with an address who was handed to people; an agent may write to them. */
    async visitor(address: string | undefined = "zoe@example.com") {
      const visitor = desk.visitor();
      await visitor.says("Is anybody there?");
      await visitor.asksForPerson();
      const { id: conversationId, siteKey } = await visitor.conversation();
      const whose = { siteKey, visitor: { id: visitor.id } };
      if (address)
        await conversations.leaveContact({ ...whose, email: address, source: desk.source("widget") });
      return {
        ...visitor,
        conversationId,
        isErased: () =>
          storage.erasures.erase({
            ...{ conversationId, reason: "asked", by: "Ana", at: now() },
            fingerprint: traces.fingerprint,
          }),
        isAnswered: (text: string) =>
          conversations.reply({ conversationId, agent: ana, text, source: desk.source("inbox") }),
        async sees(): Promise<void> {
          const { seq } = await visitor.conversation();
          await conversations.reach({
            conversationId,
            upTo: seq,
            isSeen: true,
            source: desk.source("widget"),
          });
        },
      };
    },

    async passes(ms: number) {
      desk.clock.at += ms;
      await relay.idle();
    },

    /** Somebody answers a mail of ours, as Postmark brings it. */
    answers: (to: Partial<TakenMail["mail"]>, from: string, more: Record<string, unknown> = {}) =>
      fetch(`${served.url}/webhooks/postmark/inbound`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${Buffer.from(`postmark:${password}`).toString("base64")}`,
        },
        body: JSON.stringify({
          MessageID: randomUUID(),
          FromFull: { Email: from, Name: "" },
          MailboxHash: /\+([^@]+)@/.exec(String(to.ReplyTo ?? ""))?.[1] ?? "",
          TextBody: "",
          StrippedTextReply: "",
          Headers: [],
          Attachments: [],
          ...more,
        }),
      }),

    /** Postmark says what became of a mail. */
    reports: (body: Record<string, unknown>) =>
      fetch(`${served.url}/webhooks/postmark/delivery`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${Buffer.from(`postmark:${password}`).toString("base64")}`,
        },
        body: JSON.stringify(body),
      }),

    async close() {
      await relay.stop();
      await served.close();
      await postmark.stop();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
