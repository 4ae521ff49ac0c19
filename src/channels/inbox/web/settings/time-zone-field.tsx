import { Field } from "../elements/form.tsx";

interface Props {
  value: string;
  change: (timeZone: string) => void;
  errors: string[];
}

const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const TimeZoneField = ({ value, change, errors }: Props) => (
  <div class="with-button">
    <Field
      label="Time zone"
      value={value}
      change={(typed) => change(typed.trim())}
      errors={errors}
      hint="Where the team is, such as Europe/Berlin. Changes of the clocks are taken care of."
      suggestions={Intl.supportedValuesOf("timeZone")}
    />
    {mine !== value && mine !== "UTC" && (
      <button type="button" onClick={() => change(mine)}>
        Use {mine}
      </button>
    )}
  </div>
);
