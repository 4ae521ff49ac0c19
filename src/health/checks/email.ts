import type { SettingsDesk } from "../../settings/index.ts";
import { broken, type Look, off, ok, warn } from "../check.ts";

export interface EmailOptions {
  postmark: { token: string; from: string; apiUrl?: string | undefined } | undefined;
  settings: Pick<SettingsDesk, "current">;
  fetch?: typeof fetch | undefined;
}

/** Whether the team can be told by email that somebody waits. */
export const lookAtEmail = ({ postmark, settings, fetch: ask = fetch }: EmailOptions): Look => ({
  name: "Email",
  async look() {
    const { emailNotifications, emailRecipients } = await settings.current();
    if (!postmark)
      return emailNotifications
        ? warn(
            "Email notifications are on, but nothing can send them. Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM.",
          )
        : off("Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM to tell people by email.");

    const answer = await ask(`${postmark.apiUrl ?? "https://api.postmarkapp.com/"}server`, {
      headers: { Accept: "application/json", "X-Postmark-Server-Token": postmark.token },
    }).catch(() => undefined);
    if (!answer) return broken("Postmark does not answer. What waits to be sent is kept and tried again.");
    if (answer.status === 401)
      return broken(
        "Postmark does not accept the token. Copy the Server API token from Postmark → your server → API Tokens into POSTMARK_SERVER_TOKEN and restart.",
      );
    if (!answer.ok)
      return broken(`Postmark answers with status ${answer.status}. See status.postmarkapp.com.`);

    const server = await answer.json().catch(() => ({}));
    if (server.DeliveryType === "Sandbox")
      return warn("The Postmark server is a sandbox: it accepts everything and delivers nothing.");
    if (emailNotifications && emailRecipients.length === 0)
      return warn("Email notifications are on, but nobody is named. Add Email recipients in the settings.");
    return ok(
      `Postmark accepts emails from ${postmark.from}.${emailNotifications ? "" : " Notifications are off."}`,
    );
  },
});
