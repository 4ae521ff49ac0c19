import { useEffect, useRef, useState } from "preact/hooks";
import { hoursFrom } from "../../../../settings/hours-from.ts";
import { hoursInWords } from "../../../../settings/hours-in-words.ts";
import type { Week } from "../../../../settings/week.ts";
import { clock } from "../elements/clock.ts";
import { Field } from "../elements/form.tsx";

interface Props {
  week: Week;
  /** Whose clocks they are read on. */
  timeZone: string;
  change: (week: Week) => void;
  errors: string[];
}

/** Hours as people write them. What cannot be read is said as soon as one leaves the field, and is not sent. */
export function HoursField({ week, timeZone, change, errors }: Props) {
  const [text, setText] = useState(hoursInWords(week));
  const [isLeft, setLeft] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const read = hoursFrom(text);
  const problem = "problem" in read ? read.problem : "";

  useEffect(() => {
    if (!("week" in read) || hoursInWords(read.week) !== hoursInWords(week)) setText(hoursInWords(week));
  }, [hoursInWords(week)]);
  useEffect(() => box.current?.querySelector("input")?.setCustomValidity(problem), [problem]);

  const write = (typed: string) => {
    setText(typed);
    setLeft(false);
    const now = hoursFrom(typed);
    if ("week" in now) change(now.week);
  };
  return (
    <div ref={box} onFocusOut={() => setLeft(true)}>
      <Field
        label="Office hours"
        value={text}
        change={write}
        errors={isLeft && problem ? [problem] : errors}
        hint={`Such as Mon-Fri 9:00-17:30, Sat 10-14. ${problem ? "" : understood(week, text)} ${on(timeZone)}`}
      />
    </div>
  );
}

function understood(week: Week, typed: string): string {
  if (week.length === 0) return "24/7 or nothing: always open.";
  const words = hoursInWords(week);
  return words === typed.trim() ? "" : `Understood: ${words}.`;
}

/** Nothing of a zone that is half typed. */
function on(timeZone: string): string {
  try {
    const now = new Date(clock.value).toLocaleTimeString([], {
      ...{ hour: "2-digit", minute: "2-digit" },
      timeZone,
    });
    return `The times are in ${timeZone}, now ${now}.`;
  } catch {
    return "";
  }
}
