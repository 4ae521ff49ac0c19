import type { Mail, Mailer } from "../../../../src/mail/mail.ts";

/** Takes mails as Postmark does, until it is told to fail. */
export function openLetterbox() {
  const mails: Mail[] = [];
  let isBroken = false;
  return {
    mails,
    breakDown: () => {
      isBroken = true;
    },
    to: (address: string) => mails.filter(({ to }) => to === address),
    mailer: {
      async send(mail) {
        if (isBroken) throw new Error("Postmark does not answer.");
        mails.push(mail);
        return "id";
      },
      health: () => ({ state: "on", detail: "" }),
    } satisfies Mailer,
  };
}

/** The secret part of the link in a mail. */
export const tokenIn = ({ text }: Pick<Mail, "text">) => /token=([\w-]+(?:\.[\w-]+)?)/.exec(text)?.[1] ?? "";
