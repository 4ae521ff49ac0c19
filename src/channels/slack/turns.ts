/** Does the work of one thread in the order it came in; other threads do not wait. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();

  return <T>(thread: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(thread) ?? Promise.resolve()).then(work, work);
    last.set(thread, turn);
    const forget = () => {
      if (last.get(thread) === turn) last.delete(thread);
    };
    turn.then(forget, forget);
    return turn;
  };
}
