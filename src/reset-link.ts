import { randomUUID } from "node:crypto";
import { readConfig } from "./config.ts";
import { ConfigError } from "./environment.ts";
import { createLog } from "./log.ts";
import { openStorage } from "./storage/index.ts";
import { StorageError } from "./storage/storage-error.ts";
import { createTeam } from "./team/index.ts";

/** `npm run reset-link -- EMAIL`: for whoever has the server and has lost the password. The server may go on running. */
process.exitCode = await printLink(process.argv[2]);

async function printLink(email: string | undefined): Promise<number> {
  if (!email) return say("Say whose: npm run reset-link -- ana@example.com", 1);
  try {
    const { databaseUrl, secret, publicUrl, trustProxy } = readConfig(process.env);
    const storage = await openStorage({ url: databaseUrl, now: Date.now, newId: randomUUID });
    try {
      const team = createTeam({
        ...{ database: storage.accounts, hasNobody: storage.hasNobody, invitations: storage.invitations },
        ...{ secret, publicUrl, trustProxy, log: createLog("silent") },
      });
      const members = await team.members();
      const member = members.find((one) => one.email === email.trim().toLowerCase());
      if (!member) return say(`Nobody has the address ${email}. There are: ${emailsOf(members)}.`, 1);
      return say(
        `With this link ${member.name} chooses a new password, once, within an hour:\n${await team.resetLink(member.id)}`,
        0,
      );
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StorageError) return say(error.message, 1);
    throw error;
  }
}

const emailsOf = (members: { email: string }[]) =>
  members.map(({ email }) => email).join(", ") || "nobody yet";

function say(words: string, code: number): number {
  process[code === 0 ? "stdout" : "stderr"].write(`${words}\n`);
  return code;
}
