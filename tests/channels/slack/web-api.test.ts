import { afterEach, expect, test, vi } from "vitest";
import { slackLogger } from "../../../src/channels/slack/logger.ts";
import { createWebApi } from "../../../src/channels/slack/workspace/web-api.ts";
import { createLog } from "../../../src/log.ts";
import { waitFor } from "../../support/patience.ts";

afterEach(() => vi.restoreAllMocks());

const apiOver = (fetch: typeof globalThis.fetch) =>
  createWebApi({ botToken: "xoxb-1", fetch }, slackLogger(createLog("silent")));

test("a Slack that never answers is waited for ten seconds at most", async () => {
  const ending = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(ending.signal);
  const api = apiOver(
    (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("It took too long.")));
      }),
  );
  const call = api.whoAmI();
  await waitFor(() => expect(timeout).toHaveBeenCalledWith(10_000));
  ending.abort();
  await expect(call).rejects.toThrow();
});

test("a call that Slack refuses for now or fails once is made once: when to try again is decided elsewhere", async () => {
  for (const init of [{ status: 429, headers: { "retry-after": "30" } }, { status: 500 }]) {
    const fetch = vi.fn(async () => new Response("{}", init));
    await expect(apiOver(fetch).whoAmI()).rejects.toThrow();
    expect(fetch).toHaveBeenCalledTimes(1);
  }
});
