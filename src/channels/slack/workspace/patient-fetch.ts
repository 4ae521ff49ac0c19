/** Posting is limited per channel rather than per method: each channel's own queue waits for it. */
const limitedElsewhere = "chat.postMessage";

/**
 * A fetch for one workspace's Web API that honours Retry-After for each method by itself: until the time is over, calls of
 * that method are answered as Slack would, without asking it; asking sooner prolongs the wait. Others go through.
 */
export function createPatientFetch(
  base: typeof fetch | undefined,
  now: () => number = Date.now,
): typeof fetch {
  const blockedUntil = new Map<string, number>();

  return async (input, init) => {
    const method = methodOf(input);
    const leftMs = (blockedUntil.get(method) ?? 0) - now();
    if (leftMs > 0) return tooEarly(leftMs);

    const answer = await (base ?? fetch)(input, init);
    const seconds = Number(answer.headers.get("retry-after"));
    if (answer.status === 429 && method !== limitedElsewhere && seconds > 0)
      blockedUntil.set(method, now() + seconds * 1_000);
    return answer;
  };
}

const methodOf = (input: string | URL | Request) =>
  new URL(input instanceof Request ? input.url : input).pathname.split("/").at(-1) ?? "";

const tooEarly = (leftMs: number) =>
  Response.json(
    { ok: false, error: "ratelimited" },
    { status: 429, headers: { "retry-after": String(Math.ceil(leftMs / 1_000)) } },
  );
