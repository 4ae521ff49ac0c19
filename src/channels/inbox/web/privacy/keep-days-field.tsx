import { useState } from "preact/hooks";
import { maxKeepDays } from "../../../../settings/max-keep-days.ts";
import { Field, Select } from "../elements/form.tsx";
import { Going } from "./going.tsx";

interface Props {
  siteKey: string;
  siteName: string;
  days: number;
  saved: number;
  change: (days: number) => void;
  errors: string[] | undefined;
}

const offered = [
  { value: "0", label: "For ever" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "Half a year (180 days)" },
  { value: "365", label: "A year (365 days)" },
  { value: "730", label: "Two years (730 days)" },
];
const other = "other";

/** For how long a site's conversations are kept, and before that is saved, what would go at once. */
export function KeepDaysField({ siteKey, siteName, days, saved, change, errors }: Props) {
  const [typed, setTyped] = useState<string>();
  const isOffered = offered.some(({ value }) => value === String(days));
  const isOther = typed !== undefined || !isOffered;

  const choose = (value: string) => {
    setTyped(value === other ? String(days || "") : undefined);
    if (value !== other) change(Number(value));
  };
  return (
    <div class="keep-days">
      <Select
        label={`Keep closed conversations of ${siteName}`}
        value={isOther ? other : String(days)}
        change={choose}
        options={[...offered, { value: other, label: "Another time…" }]}
        errors={isOther ? undefined : errors}
        hint="From their last word on. Then they are erased, once a day."
      />
      {isOther && (
        <Field
          label={`Days for ${siteName}`}
          type="number"
          value={typed ?? String(days)}
          change={(text) => {
            setTyped(text);
            if (text !== "") change(Number(text));
          }}
          errors={errors}
          hint={`At most ${maxKeepDays}.`}
          max={maxKeepDays}
          required
        />
      )}
      {days > 0 && days <= maxKeepDays && (saved === 0 || days < saved) && (
        <Going key={days} siteKey={siteKey} siteName={siteName} days={days} />
      )}
    </div>
  );
}
