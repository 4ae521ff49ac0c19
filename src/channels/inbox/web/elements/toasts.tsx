import { signal } from "@preact/signals";

interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

const lastsMs = 8_000;
const toasts = signal<Toast[]>([]);
let count = 0;

/** Says in a corner what has just happened, for a moment, with what can be done about it. */
export function tell(text: string, action?: Toast["action"]): void {
  const toast = { id: ++count, text, action };
  toasts.value = [...toasts.value.slice(-2), toast];
  setTimeout(() => dismiss(toast.id), lastsMs);
}

const dismiss = (id: number) => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

export const Toasts = () => (
  <div class="toasts" aria-live="polite">
    {toasts.value.map(({ id, text, action }) => (
      <div class="toast" key={id}>
        <p>{text}</p>
        {action && (
          <button
            type="button"
            onClick={() => {
              dismiss(id);
              action.run();
            }}
          >
            {action.label}
          </button>
        )}
        <button type="button" class="quiet" aria-label="Dismiss" onClick={() => dismiss(id)}>
          ×
        </button>
      </div>
    ))}
  </div>
);
