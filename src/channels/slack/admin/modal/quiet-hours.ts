import type { Settings } from "../../../../settings/schema.ts";
import type { Field } from "./field.ts";

/** "22:00-07:00", as people write it. */
export const quietHours: Field = {
  name: "quietHours",
  label: "Quiet hours",
  hint: "Such as 22:00-07:00, in the time zone of the office hours. Nothing: never quiet.",
  kind: "line",
  shown: ({ quietHours }) => written(quietHours),
  wanted: (value) => ({ quietHours: read(value) }),
  isAbout: ([key]) => key === "quietHours",
};

/** "ana@example.com 20:00-08:00", one a line. */
export const personalQuietHours: Field = {
  name: "personalQuietHours",
  label: "Quiet hours of one person",
  hint: "One a line, instead of everybody's: “ana@example.com 20:00-08:00”, “+14155550123 never”.",
  kind: "lines",
  shown: ({ personalQuietHours }) =>
    personalQuietHours.map((one) => `${one.recipient} ${written(one) || "never"}`).join("\n"),
  wanted(value) {
    const lines = linesIn(value);
    const each = lines.map(ofOne);
    const wrong = lines.find((_, index) => each[index] === undefined);
    return wrong === undefined
      ? { personalQuietHours: each.filter((one) => one !== undefined) }
      : { problem: `“${wrong}” is not such as “ana@example.com 20:00-08:00”.` };
  },
  isAbout: ([key]) => key === "personalQuietHours",
};

type Span = Settings["quietHours"];

const written = ({ from, to }: Span) => (from ? `${from}-${to}` : "");

function read(value: string): Span {
  const [from = "", to = ""] = value.split(/\s*(?:-|–|to)\s*/i).map(padded);
  return { from, to };
}

/** The recipient is all that stands before the times: "+1 415 555 0123 20:00-08:00". */
function ofOne(line: string): Settings["personalQuietHours"][number] | undefined {
  const [, who, times = ""] = /^(.+?)[\s:]+(never|\d{1,2}:\d\d\D+\d{1,2}:\d\d)$/i.exec(line) ?? [];
  if (who === undefined) return undefined;
  const recipient = who.includes("@") ? who : who.replaceAll(/[\s().-]/g, "");
  return { recipient, ...(/^never$/i.test(times) ? { from: "", to: "" } : read(times)) };
}

const linesIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** "7:00" is "07:00". */
const padded = (time: string) => (/^\d:/.test(time) ? `0${time}` : time);
