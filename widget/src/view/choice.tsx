import type { ComponentChildren } from "preact";

interface ChoiceProps {
  class?: string;
  /** Where what is drawn on it says nothing. */
  name?: string;
  onChoose?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A button that may go when it is pressed. The focus moves to where one writes on, or the page would get the next key. */
export function Choice({ class: look, name, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      class={look}
      aria-label={name}
      onClick={({ currentTarget }) => {
        const panel = currentTarget.closest(".panel");
        onChoose?.();
        panel?.querySelector("textarea")?.focus();
      }}
    >
      {children}
    </button>
  );
}
