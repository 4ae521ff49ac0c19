import { useEffect, useRef, useState } from "preact/hooks";

/** What a button opens over the page: a press elsewhere closes it, as Escape does, which then does nothing else. */
export function usePopover(opened?: () => void) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Whoever is in it is led back to the button. */
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    opened?.();
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const leaving = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || isInDialog(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    addEventListener("pointerdown", outside);
    addEventListener("keydown", leaving, true);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("keydown", leaving, true);
    };
  }, [isOpen]);

  return { isOpen, root, button, close, toggle: () => setOpen(!isOpen), leave: () => setOpen(false) };
}

/** A window above it is closed first. */
const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest("dialog") !== null;
