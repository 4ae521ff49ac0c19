/** A value that the page shows. */
export interface Cell<T> {
  value: T;
}

export type Cells = ReturnType<typeof createCells>;

/**
 * Makes values that call `changed` once after all changes of one moment. The widget renders as a whole then: its
 * tree is small, and a library that finds out what depends on what would weigh more than half of the rest.
 */
export function createCells(changed: () => void) {
  let isDue = false;

  function announce(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      changed();
    });
  }

  return <T>(initial: T): Cell<T> => {
    let current = initial;
    return {
      get value() {
        return current;
      },
      set value(next) {
        if (next !== current) announce();
        current = next;
      },
    };
  };
}
