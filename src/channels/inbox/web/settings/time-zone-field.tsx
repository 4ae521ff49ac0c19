import { useRef } from "preact/hooks";
import { Field } from "../elements/form.tsx";
import { isAdmin } from "../sign-in/session.ts";

interface Props {
  value: string;
  change: (timeZone: string) => void;
  errors: string[];
}

const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** What hours are in until somebody says where the team is. */
const unchosen = "UTC";

export function TimeZoneField({ value, change, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const useMine = () => {
    change(mine);
    box.current?.querySelector("input")?.focus();
  };
  return (
    <div ref={box}>
      <Field
        label="Time zone"
        value={value}
        change={(typed) => change(typed.trim())}
        errors={errors}
        hint="Where the team is, such as Europe/Berlin. Changes of the clocks are taken care of."
        suggestions={Intl.supportedValuesOf("timeZone")}
      />
      {isAdmin() && mine !== value && mine !== unchosen && (
        <p class="offered-zone">
          {value === unchosen && <span>No time zone has been chosen yet.</span>}
          <button type="button" onClick={useMine}>
            Use {mine}, where you are
          </button>
        </p>
      )}
    </div>
  );
}
