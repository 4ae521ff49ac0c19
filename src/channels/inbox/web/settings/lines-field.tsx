import { useEffect, useState } from "preact/hooks";
import { Field } from "../elements/form.tsx";

interface Props {
  label: string;
  values: string[];
  change: (values: string[]) => void;
  errors: string[] | undefined;
  hint: string;
  disabled?: boolean;
  /** A comma separates as well as a new line does. */
  byComma?: boolean;
}

export const linesOf = (values: string[]) => values.join("\n");

/** Several values, one a line. What one types stays as typed; only what others changed is written over it. */
export function Lines({ values, change, byComma = false, ...rest }: Props) {
  const [text, setText] = useState(linesOf(values));
  const parse = (typed: string) =>
    typed
      .split(byComma ? /[\n,;]/ : /\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");

  useEffect(() => {
    if (linesOf(values) !== linesOf(parse(text))) setText(linesOf(values));
  }, [linesOf(values)]);

  const write = (typed: string) => {
    setText(typed);
    change(parse(typed));
  };
  return <Field {...rest} value={text} change={write} rows={Math.min(10, Math.max(2, values.length + 1))} />;
}
