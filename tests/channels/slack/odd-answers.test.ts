import { expect, test } from "vitest";
import { slackLogger } from "../../../src/channels/slack/logger.ts";
import { createCalls, SlackRefused } from "../../../src/channels/slack/workspace/calls.ts";
import { createWebApi } from "../../../src/channels/slack/workspace/web-api.ts";
import { NotBefore, Refused } from "../../../src/conversation/listener.ts";
import { createLog } from "../../../src/log.ts";

/** What a call comes to when Slack, or something on the way to it, answers like this. */
async function failureOf(body: string, init: ResponseInit): Promise<unknown> {
  const api = createWebApi(
    {
      botToken: "xoxb-1",
      apiUrl: "https://slack.example.com/api/",
      fetch: async () => new Response(body, init),
    },
    slackLogger(createLog("silent")),
  );
  return createCalls({ now: () => 1_000 })
    .make(api.whoAmI)
    .then(
      () => "answered",
      (error: unknown) => error,
    );
}

const json = { "content-type": "application/json" };

test.each([
  ["a page instead of an answer", "<!DOCTYPE html><title>Sign in</title>", { status: 200 }],
  ["an empty answer", "", { status: 200 }],
  ["null", "null", { status: 200, headers: json }],
  ["a gateway's page", "<html>", { status: 502 }],
  ["no reason at all", '{"ok":false}', { status: 200, headers: json }],
  ["a reason nobody knows", '{"ok":false,"error":"surprise_me"}', { status: 200, headers: json }],
])("%s is worth another try, and nobody's to mend", async (_name, body, init) => {
  const failure = await failureOf(body, init);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(Refused);
  expect(failure).not.toBeInstanceOf(NotBefore);
});

test.each([
  ["0", 2_000],
  ["7", 8_000],
])("asked to wait %s seconds, we are never back at once", async (seconds, at) => {
  const failure = await failureOf('{"ok":false,"error":"ratelimited"}', {
    status: 429,
    headers: { ...json, "retry-after": seconds },
  });
  expect(failure).toMatchObject({ at });
});

test("asked to wait without being told how long, we wait half a minute", async () => {
  const failure = await failureOf('{"ok":false,"error":"ratelimited"}', { status: 200, headers: json });
  expect(failure).toMatchObject({ at: 31_000 });
});

test("a refusal says what to do", async () => {
  const failure = await failureOf('{"ok":false,"error":"is_archived"}', { status: 200, headers: json });
  expect(failure).toBeInstanceOf(SlackRefused);
  expect(failure).toMatchObject({ message: expect.stringContaining("Unarchive it") });
});
