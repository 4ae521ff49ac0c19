import { ladderFrom, ladderLines } from "../../../../settings/ladder-lines.ts";
import type { Field } from "./field.ts";

/** One step a line: "2 mention S0123ABCD". */
export const ladder: Field = {
  name: "ladder",
  label: "No-answer ladder",
  hint: "While nobody answers, one step a line: “2 mention S0123ABCD”, “4 direct U0123ABCD”, “6 sms”, “8 email”, “10 contact”, “15 assistant”.",
  kind: "lines",
  shown: (settings) => ladderLines(settings.ladder).join("\n"),
  wanted: (value) => ({ ladder: ladderFrom(value.split("\n")) }),
  isAbout: ([key]) => key === "ladder",
};
