import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import { createTurns } from "../../../conversation/turns.ts";
import type { Log } from "../../../log.ts";
import { MailError, type Mailer } from "../../../mail/mail.ts";
import { isAddressOf, transcriptMail } from "../../../mail/transcript-mail.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import { besideSlack } from "../card/acts.ts";
import { escaped } from "../text/escape.ts";
import type { Dialog, Submission } from "./dialog.ts";

export interface TranscriptDialogOptions {
  conversations: Conversations;
  store: ConversationStore;
  settings: SettingsDesk;
  mailer: Mailer | undefined;
  log: Log;
}

const fields = { to: "to", notes: "notes" } as const;
const Address = z.email().max(254);

export interface TranscriptDialog extends Dialog {
  /** Resolves when every mail that is on its way was taken or refused, and its sender told. */
  sent(): Promise<void>;
}

/** Asks for an address and sends the conversation there. */
export function createTranscriptDialog(options: TranscriptDialogOptions): TranscriptDialog {
  const { conversations, store, settings, mailer, log } = options;
  const inTurn = createTurns();
  const sending = new Set<Promise<void>>();

  return {
    title: "Email the transcript",
    callbackId: "handoff_transcript_sent",

    async view({ visitor }) {
      if (!mailer) return { blocks: [says(notSetUp)] };
      const { state, detail } = mailer.health();
      const warning = state === "broken" ? [says(`:warning: ${escaped(detail)}`)] : [];
      return { submit: "Send", blocks: [...warning, ...form(visitor.email)] };
    },

    async submit(submission) {
      const { filled, conversationId } = submission;
      const address = Address.safeParse(filled[fields.to]?.text.trim());
      if (!address.success) return { [fields.to]: "Write an email address such as zoe@example.com." };
      const conversation = await store.find(conversationId);
      if (!conversation) return { [fields.to]: "This conversation no longer exists." };
      const includesNotes = (filled[fields.notes]?.chosen.length ?? 0) > 0;
      if (includesNotes && isAddressOf(conversation, address.data))
        return {
          [fields.notes]: "Internal notes never go to the visitor. Leave them out, or change the address.",
        };

      const sent = inTurn(submission.viewId, () => send(submission, address.data, includesNotes));
      sending.add(sent);
      void sent.finally(() => sending.delete(sent));
      return undefined;
    },

    async sent() {
      await Promise.all(sending);
    },
  };

  async function send(submission: Submission, to: string, includesNotes: boolean): Promise<void> {
    const { conversationId, tell } = submission;
    try {
      await sendOnce(submission, to, includesNotes);
      tell(`The transcript is on its way to ${escaped(to)}.`);
    } catch (error) {
      if (!(error instanceof MailError))
        log.error("slack: a transcript was not sent", { conversationId, error });
      const why = error instanceof MailError ? error.message : "Something went wrong here. Please try again.";
      tell(`The transcript was not sent to ${escaped(to)}. ${escaped(why)}`);
    }
  }

  /** The note says that it was sent, to the team and to us. */
  async function sendOnce(
    { conversationId, agent, teamId, viewId }: Submission,
    to: string,
    includesNotes: boolean,
  ): Promise<void> {
    const source = { via: besideSlack, externalId: `${teamId}/${viewId}` };
    const [conversation, events, { hours }, before] = await Promise.all([
      store.find(conversationId),
      store.eventsAfter(conversationId, 0),
      settings.current(),
      store.recorded(source),
    ]);
    if (before) return;
    if (!conversation || !mailer) throw new MailError("This conversation no longer exists.");
    await mailer.send(transcriptMail({ conversation, events, to, includesNotes, timeZone: hours.timeZone }));
    const withNotes = includesNotes ? ", internal notes included" : "";
    const text = `📧 Transcript sent to ${to}${withNotes}`;
    await conversations.note({ conversationId, agent, text, source });
  }
}

const notSetUp =
  "Email is not set up on this server. Set `POSTMARK_SERVER_TOKEN` (Postmark → your server → API Tokens) and `POSTMARK_FROM` (a confirmed sender), then restart.";

const says = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const plain = (text: string) => ({ type: "plain_text" as const, text });

const form = (email: string | undefined): KnownBlock[] => [
  {
    type: "input",
    block_id: fields.to,
    label: plain("Email address"),
    hint: plain("The whole conversation as it stands goes there."),
    element: {
      type: "email_text_input",
      action_id: "to",
      placeholder: plain("zoe@example.com"),
      ...(email && Address.safeParse(email).success ? { initial_value: email } : {}),
    },
  },
  {
    type: "input",
    block_id: fields.notes,
    optional: true,
    label: plain("Internal notes"),
    element: {
      type: "checkboxes",
      action_id: "notes",
      options: [{ text: plain("Include internal notes"), value: "include" }],
    },
  },
];
