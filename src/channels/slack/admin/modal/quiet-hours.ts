import type { Field } from "./field.ts";

/** "22:00-07:00", as people write it. */
export const quietHours: Field = {
  name: "quietHours",
  label: "Quiet hours",
  hint: "Such as 22:00-07:00, in the time zone of the office hours. Nothing: never quiet.",
  kind: "line",
  shown: ({ quietHours: { from, to } }) => (from ? `${from}-${to}` : ""),
  wanted(value) {
    const [from = "", to = ""] = value.split(/\s*(?:-|–|to)\s*/i).map(padded);
    return { quietHours: { from, to } };
  },
  isAbout: ([key]) => key === "quietHours",
};

/** "7:00" is "07:00". */
const padded = (time: string) => (/^\d:/.test(time) ? `0${time}` : time);
