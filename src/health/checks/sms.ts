import type { SettingsDesk } from "../../settings/index.ts";
import { type Look, off, ok, warn } from "../check.ts";

export interface SmsOptions {
  /** Whether a provider is set up. */
  isConfigured: boolean;
  settings: Pick<SettingsDesk, "current">;
}

/** Whether the team can be told by SMS that somebody waits. */
export const lookAtSms = ({ isConfigured, settings }: SmsOptions): Look => ({
  name: "SMS",
  async look() {
    const { smsNotifications, smsRecipients } = await settings.current();
    if (!isConfigured)
      return smsNotifications
        ? warn("SMS notifications are on, but nothing can send them: no SMS provider is set up.")
        : off("No SMS provider is set up.");
    if (smsNotifications && smsRecipients.length === 0)
      return warn("SMS notifications are on, but nobody is named. Add SMS recipients in the settings.");
    return ok(`Twilio is set up.${smsNotifications ? "" : " Notifications are off."}`);
  },
});
