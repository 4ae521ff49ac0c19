import type { MadeLink } from "../../people/protocol.ts";

/** Whether an invitation is on its way, and what is left to do. */
export function whatBecame({ mail }: Pick<MadeLink, "mail">, email: string): string {
  switch (mail) {
    case "sent":
      return `Sent to ${email}. The link works once, within seven days; you can also pass it on yourself.`;
    case "failed":
      return `The email could not be sent. Send this link to ${email} yourself: it works once, within seven days.`;
    case undefined:
      return `Send this link to ${email}. It works once, within seven days.`;
  }
}
