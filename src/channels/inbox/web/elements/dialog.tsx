import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  title: string;
  /** The id of what is read out with the title. */
  about?: string;
  class?: string;
  close: () => void;
  children: ComponentChildren;
}

/** A window over the page: the browser keeps the focus in it, Escape closes it, and then the focus is where it was. */
export function Dialog({ title, about, class: className = "", close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // With what is drawn, not after it: a key pressed in between would be one of the page's.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    // Beside the window, on the page behind it. For keys there is Escape.
    const beside = ({ target }: Event) => target === shown && close();
    // At once: by itself the browser gives the focus back first and tells us later, and a key in between would be lost.
    const escaped = (event: Event) => {
      event.preventDefault();
      close();
    };
    shown?.addEventListener("click", beside);
    shown?.addEventListener("cancel", escaped);
    shown?.addEventListener("close", close);
    return () => {
      // Told late, it would close the window that was opened next.
      shown?.removeEventListener("close", close);
      // While it is open, nothing behind it takes the focus.
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      class={`dialog ${className}`}
      ref={dialog}
      aria-labelledby="dialog-title"
      aria-describedby={about}
    >
      <div class="dialog-body">
        <header>
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="quiet" aria-label="Dismiss" onClick={close}>
            ×
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
