import { Switch } from "../form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { Lines } from "./lines-field.tsx";

const notConnected = (service: string) =>
  `Sending is set up in a later step: no ${service} service is connected.`;

export function NotificationsGroup({ draft }: { draft: Draft }) {
  const { settings, set, errors, notifications } = draft;
  const { email, sms } = notifications;
  return (
    <Group id="notifications" title="Telling people that somebody waits">
      <Switch
        label="Email notifications"
        on={settings.emailNotifications}
        change={set("emailNotifications")}
        disabled={!email}
        hint={email ? undefined : notConnected("email")}
      />
      <Lines
        label="Email recipients"
        values={settings.emailRecipients}
        change={set("emailRecipients")}
        errors={errors("emailRecipients")}
        disabled={!email}
        byComma
        hint="One a line or by comma."
      />
      <Switch
        label="SMS notifications"
        on={settings.smsNotifications}
        change={set("smsNotifications")}
        disabled={!sms}
        hint={sms ? undefined : notConnected("SMS")}
      />
      <Lines
        label="SMS recipients"
        values={settings.smsRecipients}
        change={set("smsRecipients")}
        errors={errors("smsRecipients")}
        disabled={!sms}
        byComma
        hint="With country code, such as +14155550123; one a line or by comma."
      />
    </Group>
  );
}
