import { ladderFrom, ladderLines } from "../../../../settings/ladder-lines.ts";
import type { Field } from "./field.ts";

/** One step a line: "2 mention @support-team". */
export const ladder: Field = {
  name: "ladder",
  label: "No-answer ladder",
  hint: "While nobody answers, one step a line: “2 mention @support-team”, “4 direct Ana López, Ben King”, “6 sms”, “8 email”, “10 contact”, “15 assistant”.",
  kind: "lines",
  shown: (settings, callable) => ladderLines(settings.ladder, callable).join("\n"),
  wanted: (value, { callable }) => ({ ladder: ladderFrom(value.split("\n"), callable) }),
  isAbout: ([key]) => key === "ladder",
};
