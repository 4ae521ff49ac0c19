import { useState } from "preact/hooks";
import { ladderFrom, ladderLines } from "../../../../settings/ladder-lines.ts";
import type { Settings } from "../../settings/protocol.ts";
import { Lines } from "./lines-field.tsx";

interface Props {
  value: Settings["ladder"];
  change: (value: Settings["ladder"]) => void;
  errors: string[] | undefined;
}

/** What is done while nobody answers: one step a line, "2 mention S0123ABCD". */
export function LadderField({ value, change, errors }: Props) {
  const [lines, setLines] = useState(ladderLines(value));
  return (
    <Lines
      label="No-answer ladder"
      values={lines}
      change={(typed) => {
        setLines(typed);
        // What is not understood is refused by the server, at this field.
        change(ladderFrom(typed));
      }}
      errors={errors}
      hint="While nobody answers, one step a line: minutes after the handoff, and what to do. “2 mention S0123ABCD” calls a Slack group or person in the thread, “4 direct U0123ABCD” by direct message, “6 sms” and “8 email” tell the recipients above once more, “10 contact” asks the visitor for an email address, “15 assistant” lets the assistant go on. Ids are copied in Slack from a profile's menu."
    />
  );
}
