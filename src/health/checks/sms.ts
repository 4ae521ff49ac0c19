import type { SettingsDesk } from "../../settings/index.ts";
import { broken, type Look, off, ok, warn } from "../check.ts";

export interface SmsOptions {
  twilio: { accountSid: string; authToken: string; from: string; apiUrl?: string | undefined } | undefined;
  settings: Pick<SettingsDesk, "current">;
  fetch?: typeof fetch | undefined;
}

/** Whether the team can be told by SMS that somebody waits. */
export const lookAtSms = ({ twilio, settings, fetch: ask = fetch }: SmsOptions): Look => ({
  name: "SMS",
  async look() {
    const { smsNotifications, smsRecipients } = await settings.current();
    if (!twilio) {
      const remedy = "Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM";
      return smsNotifications
        ? warn(`SMS notifications are on, but nothing can send them. ${remedy}.`)
        : off(`${remedy} to tell people by SMS.`);
    }
    const { accountSid, authToken, apiUrl = "https://api.twilio.com/" } = twilio;
    const answer = await ask(`${apiUrl}2010-04-01/Accounts/${accountSid}.json`, {
      headers: { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
    }).catch(() => undefined);
    if (!answer) return broken("Twilio does not answer. What waits to be sent is kept and tried again.");
    if (answer.status === 401)
      return broken(
        "Twilio does not accept the credentials. Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from the Twilio console and restart.",
      );
    if (!answer.ok) return broken(`Twilio answers with status ${answer.status}. See status.twilio.com.`);

    const account = await answer.json().catch(() => ({}));
    if (account.status && account.status !== "active")
      return broken(`The Twilio account is ${account.status}. See the Twilio console.`);
    if (smsNotifications && smsRecipients.length === 0)
      return warn("SMS notifications are on, but nobody is named. Add SMS recipients in the settings.");
    return ok(`Twilio sends SMS from ${twilio.from}.${smsNotifications ? "" : " Notifications are off."}`);
  },
});
