import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Hint } from "./form.tsx";

interface Props {
  label: string;
  hint: string;
  errors: string[] | undefined;
  /** What stands below the hint: the way to one more. */
  below: ComponentChildren;
  children: ComponentChildren;
}

/** Several fields that are one thing, such as a list with a few fields in each row. */
export function FieldGroup({ label, hint, errors, below, children }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as a card of its own.
    <div class="field" role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <p class="label" id={id}>
        {label}
      </p>
      {children}
      <Hint id={`${id}-hint`} hint={hint} errors={errors} />
      {below}
    </div>
  );
}
