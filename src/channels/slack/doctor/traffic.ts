/** What was seen of Slack's Web API under one token since the start. */
export interface Seen {
  /** How far Slack's clock is ahead of ours, to the second. */
  skewMs?: number;
  /** When a post last went through. */
  postedAt?: number;
}

export type Traffic = ReturnType<typeof createTraffic>;

/** A fetch that notes, of every answer of Slack's, what time it is there and whether a post went through. */
export function createTraffic({ fetch: base, now }: { fetch?: typeof fetch | undefined; now: () => number }) {
  const seen = new Map<string, Seen>();

  const watched: typeof fetch = async (input, init) => {
    const answer = await (base ?? fetch)(input, init);
    const token = /^Bearer (.+)$/.exec(new Headers(init?.headers).get("authorization") ?? "")?.[1];
    if (token) note(token, isPost(input), answer);
    return answer;
  };

  function note(token: string, isPost: boolean, answer: Response): void {
    const of = seen.get(token) ?? {};
    seen.set(token, of);
    const slackTime = Date.parse(answer.headers.get("date") ?? "");
    // The header counts whole seconds, so half of one is added.
    if (!Number.isNaN(slackTime)) of.skewMs = slackTime + 500 - now();
    if (isPost && answer.ok)
      answer
        .clone()
        .json()
        .then(
          (body) => {
            if (body?.ok === true) of.postedAt = now();
          },
          () => {},
        );
  }

  return { fetch: watched, of: (token: string): Seen => seen.get(token) ?? {} };
}

const isPost = (input: string | URL | Request) =>
  new URL(input instanceof Request ? input.url : input).pathname.endsWith("/chat.postMessage");
