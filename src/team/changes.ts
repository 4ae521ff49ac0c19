/** Whom to tell of a change, and from whom to hear of theirs. */
export interface OtherNodes {
  tell(): void;
  hear(listener: () => void): void;
}

/** That the team changed, for whoever serves its members: here, and on the other nodes. */
export function createChanges(otherNodes: OtherNodes | undefined) {
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  otherNodes?.hear(heard);

  return {
    tell(): void {
      heard();
      otherNodes?.tell();
    },

    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
