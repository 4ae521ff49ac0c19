import type { Settings } from "../../settings/protocol.ts";
import { Field } from "../elements/form.tsx";

interface Props {
  value: Settings["quietHours"];
  change: (value: Settings["quietHours"]) => void;
  errors: string[] | undefined;
}

/** "22:00" to "07:00". */
export function QuietHoursField({ value, change, errors }: Props) {
  return (
    <div class="side-by-side">
      <Field
        label="Quiet from"
        value={value.from}
        change={(from) => change({ ...value, from })}
        errors={errors}
        hint="Such as 22:00, in the time zone of the office hours. Empty: never quiet."
      />
      <Field
        label="Quiet until"
        value={value.to}
        change={(to) => change({ ...value, to })}
        hint="Such as 07:00. Who still waits then is told of at that time."
      />
    </div>
  );
}
