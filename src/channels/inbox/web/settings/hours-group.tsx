import { Switch } from "../elements/form.tsx";
import type { Draft } from "./draft.ts";
import { Group } from "./group.tsx";
import { HoursField } from "./hours-field.tsx";
import { Lines } from "./lines-field.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

export function HoursGroup({ draft: { settings, set, errors } }: { draft: Draft }) {
  const { hours } = settings;
  const wrong = errors("hours") ?? [];
  const isAboutZone = (error: string) => error.includes("time zone");
  const isAboutDays = (error: string) => /such as 2026|holidays/.test(error);
  return (
    <Group
      id="hours"
      title="When people answer"
      about="Outside them conversations still reach the team, and visitors are told when somebody is back."
    >
      <HoursField
        week={hours.week}
        timeZone={hours.timeZone}
        change={(week) => set("hours")({ ...hours, week })}
        errors={wrong.filter((error) => !isAboutZone(error) && !isAboutDays(error))}
      />
      <TimeZoneField
        value={hours.timeZone}
        change={(timeZone) => set("hours")({ ...hours, timeZone })}
        errors={wrong.filter(isAboutZone)}
      />
      <Lines
        label="Holidays"
        values={hours.holidays}
        change={(holidays) => set("hours")({ ...hours, holidays })}
        errors={wrong.filter(isAboutDays)}
        byComma
        hint="Days without anybody, such as 2026-12-25; one a line or by comma."
      />
      <Switch
        label="Presence counts"
        on={settings.presenceCounts}
        change={set("presenceCounts")}
        hint="Closed, too, while nobody in the Slack channel is active and nobody has the inbox open. Slack shows people as away after ten minutes, also those who would answer from their phone."
      />
    </Group>
  );
}
