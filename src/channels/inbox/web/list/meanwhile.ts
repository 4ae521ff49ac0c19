/**
 * What this page hears about conversations while an answer of the server is under way: the answer may be older than that,
 * and must not take it back.
 */
export function createMeanwhile<News>() {
  const heard = new Map<string, News>();
  let underWay = 0;

  return {
    /** The last word about a conversation; kept only where an answer may contradict it. */
    hears(id: string, news: News): void {
      if (underWay > 0) heard.set(id, news);
    },

    /** Asks, and gives what was heard until the answer came. */
    async during<Answer>(ask: () => Promise<Answer>): Promise<[Answer, ReadonlyMap<string, News>]> {
      if (underWay++ === 0) heard.clear();
      try {
        return [await ask(), heard];
      } finally {
        underWay--;
      }
    },
  };
}
