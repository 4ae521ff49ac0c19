import type { Log } from "../log.ts";
import type { Mailer } from "../mail/mail.ts";
import { invitationLetter, resetLetter } from "./letters.ts";

/** A link that was made, and what became of the mail with it: undefined where no mail can be sent. */
export interface MadeLink {
  link: string;
  mail: "sent" | "failed" | undefined;
}

export interface LinksOptions {
  publicUrl: string;
  /** Without one, links are handed over by people. */
  mailer: Pick<Mailer, "send"> | undefined;
  /** The same token, in a form that only a mail has. */
  mailed: (token: string) => string;
  log: Log;
}

/** Links by which somebody comes in, or to a new password; mailed where mail is connected. */
export function createLinks({ publicUrl, mailer, mailed, log }: LinksOptions) {
  const invitation = (token: string) => `${publicUrl}/inbox/join?token=${token}`;
  const reset = (token: string) => `${publicUrl}/inbox/reset?token=${token}`;

  return {
    reset,

    async invitation(
      { email: to, name }: { email: string; name: string },
      token: string,
      by: string,
    ): Promise<MadeLink> {
      const link = invitation(token);
      if (!mailer) return { link, mail: undefined };
      const mail = await mailer.send(invitationLetter({ to, name, url: invitation(mailed(token)), by })).then(
        () => "sent" as const,
        (error: unknown) => {
          log.warn("an invitation was not sent", { error });
          return "failed" as const;
        },
      );
      return { link, mail };
    },

    /** The token is made only where it can be mailed. */
    async mailReset(
      { email: to, name }: { email: string; name: string },
      createToken: () => Promise<string>,
    ): Promise<void> {
      if (!mailer) return;
      await mailer.send(resetLetter({ to, name, url: reset(mailed(await createToken())) }));
    },
  };
}
