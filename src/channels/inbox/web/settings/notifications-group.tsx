import { Field, Switch } from "../elements/form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { LadderField } from "./ladder-field.tsx";
import { Lines } from "./lines-field.tsx";
import { QuietHoursField } from "./quiet-hours-field.tsx";
import { Recipients } from "./recipients.tsx";

const remedies = {
  email: "No email service is connected. Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM, and restart.",
  sms: "No SMS service is connected. Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM, and restart.",
};

export function NotificationsGroup({ draft }: { draft: Draft }) {
  const { settings, saved, set, errors, notifications } = draft;
  const { email, sms } = notifications;
  return (
    <Group id="notifications" title="Telling people that somebody waits">
      <Switch
        label="Email notifications"
        on={settings.emailNotifications}
        change={set("emailNotifications")}
        disabled={!email}
        hint={email ? undefined : remedies.email}
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
      {email && <Recipients way="email" recipients={saved.emailRecipients} draft={draft} />}
      <Switch
        label="SMS notifications"
        on={settings.smsNotifications}
        change={set("smsNotifications")}
        disabled={!sms}
        hint={sms ? undefined : remedies.sms}
      />
      <Lines
        label="SMS recipients"
        values={settings.smsRecipients}
        change={set("smsRecipients")}
        errors={errors("smsRecipients")}
        disabled={!sms}
        byComma
        hint="With country code, such as +14155550123; one a line or by comma. Only name people who want SMS: they can text STOP at any time, and START to get them again."
      />
      {sms && <Recipients way="sms" recipients={saved.smsRecipients} draft={draft} />}
      {sms && (
        <Field
          label="SMS a day"
          type="number"
          value={String(settings.smsPerDay)}
          change={(typed) => set("smsPerDay")(Number(typed))}
          errors={errors("smsPerDay")}
          hint="No more than so many are sent within 24 hours, whatever happens."
        />
      )}
      <LadderField value={settings.ladder} change={set("ladder")} errors={errors("ladder")} />
      <QuietHoursField value={settings.quietHours} change={set("quietHours")} errors={errors("quietHours")} />
    </Group>
  );
}
