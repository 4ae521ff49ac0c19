import { randomBytes } from "node:crypto";
import type { AddressOf, MailAddress, MailAddresses } from "../mail/addresses.ts";
import type { Client } from "./client.ts";
import type { MailAddress as MailAddressRow } from "./generated/sqlite/client.ts";

/** As many as a mail program has use for. */
const maxMessageIds = 20;

export function createMailAddresses(client: Client, now: () => number): MailAddresses {
  const find = async (token: string) => {
    const row = await client.mailAddress.findUnique({ where: { token } });
    return row ? addressOf(row) : undefined;
  };

  return {
    find,

    async of(whose) {
      await client.$executeRaw`
        INSERT INTO "MailAddress" ("token", "conversationId", "role", "recipient", "messageIds", "at")
        VALUES (${newToken()}, ${whose.conversationId}, ${whose.role}, ${whose.recipient}, '[]', ${BigInt(now())})
        ON CONFLICT ("conversationId", "role", "recipient") DO NOTHING`;
      return addressOf(await client.mailAddress.findFirstOrThrow({ where: keyOf(whose) }));
    },

    async sent(token, messageId) {
      const known = await find(token);
      if (!known) return;
      const messageIds = JSON.stringify([...known.messageIds, messageId].slice(-maxMessageIds));
      await client.mailAddress.updateMany({ where: { token }, data: { messageIds } });
    },
  };
}

/** 100 bits that survive a mail program which writes addresses in small letters; always twenty of them. */
const newToken = () =>
  BigInt(`0x${randomBytes(13).toString("hex")}`)
    .toString(36)
    .padStart(20, "0")
    .slice(-20);

const keyOf = ({ conversationId, role, recipient }: AddressOf) => ({ conversationId, role, recipient });

const addressOf = ({ token, conversationId, role, recipient, messageIds }: MailAddressRow): MailAddress => ({
  ...{ token, conversationId, recipient },
  role: role === "agent" ? "agent" : "visitor",
  messageIds: JSON.parse(messageIds),
});
