import { Readable } from "node:stream";
import type { Agent } from "../../conversation/conversation.ts";
import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Attachment } from "../../conversation/message.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { maxFiles } from "../../conversation/text.ts";
import type { Traces } from "../../conversation/traces.ts";
import type { Files } from "../../files/index.ts";
import { HttpError } from "../../http/errors.ts";
import type { Log } from "../../log.ts";
import type { MailAddress, MailAddresses } from "../../mail/addresses.ts";
import { isAutomatic, type ReceivedMail, tokensOf } from "./received-mail.ts";
import { wordsOf } from "./words-of.ts";

export interface AnswersOptions {
  conversations: Pick<Conversations, "receive" | "reply" | "tellTeam">;
  store: Pick<ConversationStore, "find" | "recorded">;
  addresses: Pick<MailAddresses, "find">;
  traces: Traces;
  files: Pick<Files, "keep">;
  /** Who of the team writes from this address. */
  agentAt: (address: string, name: string) => Promise<Agent | undefined>;
  /** Writes back why a mail was not taken. */
  refuse: (mail: { to: string; why: string }) => Promise<void>;
  log: Log;
}

const sourceOf = ({ MessageID }: ReceivedMail) => ({ via: "email", externalId: MessageID });

/** Postmark takes in 35 MB; the widget takes in 25 MB for one file. */
const maxFileBytes = 25 * 1024 * 1024;

/** Mails that answer ours become what their writer says in the conversation. */
export function createAnswers({
  conversations,
  store,
  addresses,
  traces,
  files,
  agentAt,
  refuse,
  log,
}: AnswersOptions) {
  return async (mail: ReceivedMail): Promise<void> => {
    const from = mail.FromFull.Email.toLowerCase();
    if (isAutomatic(mail)) return log.info("a mail by a machine was not taken", { mail: mail.MessageID });
    if (await store.recorded(sourceOf(mail))) return;
    const address = await addressOf(mail);
    if (!address) return astray(mail);
    if (address.recipient.toLowerCase() !== from) return fromSomebodyElse(address, mail);

    try {
      await say(address, mail);
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      await refuse({ to: from, why: error.message });
    }
  };

  /** It leads nowhere, or not any more. */
  async function astray(mail: ReceivedMail): Promise<void> {
    const why = (await wordsIfErased(tokensOf(mail))) ?? notOfAChat;
    if (await traces.isNew(sourceOf(mail))) await refuse({ to: mail.FromFull.Email.toLowerCase(), why });
  }

  async function wordsIfErased(tokens: readonly string[]): Promise<string | undefined> {
    for (const token of tokens)
      for (const role of ["visitor", "agent"] as const)
        if (await traces.of({ kind: "mail", role, token })) return erased[role];
    return undefined;
  }

  async function addressOf(mail: ReceivedMail): Promise<MailAddress | undefined> {
    const found = await Promise.all(tokensOf(mail).map((token) => addresses.find(token)));
    return found.find((address) => address !== undefined);
  }

  async function say({ conversationId, role, recipient }: MailAddress, mail: ReceivedMail): Promise<void> {
    const conversation = await store.find(conversationId);
    if (!conversation) throw new ConversationError("not_found", "This conversation no longer exists.");
    const { siteKey, visitor } = conversation;
    const { kept, lost } = await attached(mail, role === "visitor" ? { siteKey, visitorId: visitor.id } : {});
    const text = [wordsOf(mail), ...lost].join("\n\n").trim();
    const said = { text, files: kept, source: sourceOf(mail) };
    if (role === "agent") {
      const agent = await agentAt(recipient, mail.FromFull.Name);
      if (!agent)
        throw new ConversationError(
          "not_yours",
          "You are not in the team any more, so your answer was not sent.",
        );
      await conversations.reply({ ...said, conversationId, agent });
      return;
    }
    // By its id: erased meanwhile, it must not begin again with everything that is known of them.
    await conversations.receive({ ...said, conversationId, id: `email-${mail.MessageID}` });
  }

  async function attached(
    { Attachments, MessageID }: ReceivedMail,
    whose: { siteKey?: string; visitorId?: string },
  ) {
    const kept: Attachment[] = [];
    const lost: string[] = [];
    for (const { Name, Content, ContentType } of Attachments) {
      if (kept.length === maxFiles)
        lost.push(`[${Name} was not kept: at most ${maxFiles} files come with one message.]`);
      else
        try {
          const sent = { name: Name, mime: ContentType, via: "email", maxBytes: maxFileBytes, ...whose };
          kept.push(await files.keep(Readable.from([Buffer.from(Content, "base64")]), sent));
        } catch (error) {
          if (!(error instanceof HttpError)) throw error;
          log.warn("a mail's file was not kept", { mail: MessageID, reason: error.message });
          lost.push(`[${Name} was not kept: ${error.message}]`);
        }
    }
    return { kept, lost };
  }

  /** Whoever was forwarded a mail of ours does not speak for its reader. */
  async function fromSomebodyElse(address: MailAddress, mail: ReceivedMail): Promise<void> {
    const from = mail.FromFull.Email;
    await conversations.tellTeam({
      conversationId: address.conversationId,
      text: `${from} answered a mail that was sent to ${address.recipient}. It was not taken as theirs:\n\n${wordsOf(mail)}`,
      source: sourceOf(mail),
    });
    await refuse({
      to: from,
      why: `Your mail was not taken as an answer, because ours was sent to ${address.recipient}. Please answer from that address.`,
    });
  }
}

const notOfAChat =
  "Your mail was not sent to an address of a chat, so nobody got it. Please answer the mail that we sent you.";

const erased = {
  visitor:
    "The chat that you answered was deleted, with everything that was said in it, so nobody got your mail. To write to us again, open the chat on our website and begin a new one.",
  agent:
    "The conversation that you answered was deleted, with everything that was said in it, so your answer was sent to nobody. The visitor can begin a new one on the website.",
};
