import { useEffect, useState } from "preact/hooks";
import type { Going } from "../../privacy/protocol.ts";
import { fetched } from "../api.ts";
import { Field } from "../elements/form.tsx";

interface Props {
  siteKey: string;
  siteName: string;
  days: number;
  saved: number;
  change: (days: number) => void;
  errors: string[] | undefined;
}

const typingMs = 300;

/** For how long a site's conversations are kept, and before that is saved, what would go at once. */
export function KeepDaysField({ siteKey, siteName, days, saved, change, errors }: Props) {
  const [count, setCount] = useState<number>();
  const isNew = days !== saved && days > 0;
  useEffect(() => {
    setCount(undefined);
    if (!isNew) return;
    const query = new URLSearchParams({ site: siteKey, days: String(days) });
    const timer = setTimeout(() => {
      fetched<Going>(`/api/privacy/would-go?${query}`).then(
        (going) => setCount(going.count),
        () => setCount(undefined),
      );
    }, typingMs);
    return () => clearTimeout(timer);
  }, [days, isNew]);

  return (
    <>
      <Field
        label={`Keep conversations of ${siteName}, in days`}
        type="number"
        value={String(days)}
        change={(typed) => change(Number(typed))}
        errors={errors}
        hint="After their last word, closed conversations are erased. 0: they are kept for ever."
      />
      <p class="would-go" role="status">
        {count === undefined ? "" : goes(count)}
      </p>
    </>
  );
}

const goes = (count: number) =>
  count === 0
    ? "When you save this, nothing is erased now."
    : `When you save this, ${count === 1 ? "1 conversation is" : `${count} conversations are`} erased within a day, and cannot be brought back.`;
