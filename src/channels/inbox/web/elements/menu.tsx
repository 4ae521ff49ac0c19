import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { usePopover } from "./use-popover.ts";

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  isDisabled?: boolean | undefined;
  choose: () => void;
}

interface Props {
  id?: string | undefined;
  label: ComponentChildren;
  /** For screen readers, where the label alone says too little. */
  name?: string | undefined;
  class?: string;
  disabled?: boolean;
  items: MenuItem[];
  /** What stands there when there is nothing to choose. */
  nothing: string;
  /** Asked for when it opens. */
  opened?: () => void;
}

/** A button that opens a list of things to choose from: by mouse, arrows, or a first letter. */
export function Menu({ id, label, name, class: className, disabled, items, nothing, opened }: Props) {
  const { isOpen, root, button, close, toggle, leave } = usePopover(opened);
  const list = () => [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  useEffect(() => {
    if (isOpen && !root.current?.querySelector("[role=menuitem]:focus")) list()[0]?.focus();
  }, [isOpen, items.length]);

  const press = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const all = list();
    const at = all.findIndex((item) => item.matches(":focus"));
    const next = nextOf(event.key, at, all);
    if (event.key === "Tab") return leave();
    if (!next) return;
    next.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu" ref={root}>
      <button
        id={id}
        ref={button}
        type="button"
        class={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={toggle}
      >
        {label}
      </button>
      {isOpen && (
        <div class="menu-list" role="menu" aria-label={name} onKeyDown={press}>
          {items.map(({ key, label, isDisabled, choose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={isDisabled}
              onClick={() => {
                if (isDisabled) return;
                close();
                choose();
              }}
            >
              {label}
            </button>
          ))}
          {items.length === 0 && (
            <div role="menuitem" tabIndex={-1} aria-disabled="true" class="quiet-text">
              {nothing}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function nextOf(key: string, at: number, all: HTMLElement[]): HTMLElement | undefined {
  if (key === "ArrowDown") return all[(at + 1) % all.length];
  if (key === "ArrowUp") return all[(at - 1 + all.length) % all.length];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return order.find(({ textContent }) => textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
