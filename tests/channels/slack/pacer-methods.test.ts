import { expect, test } from "vitest";
import { createPatientFetch } from "../../../src/channels/slack/workspace/patient-fetch.ts";

const api = "https://slack.com/api";

/** A Slack that asks to wait for as long as it was told to, and counts what reaches it. */
function create() {
  const asked: string[] = [];
  let answer = () => Response.json({ ok: true });
  let time = 0;
  const ask = createPatientFetch(
    async (input) => {
      asked.push(String(input).replace(`${api}/`, ""));
      return answer();
    },
    () => time,
  );
  return {
    asked,
    ask: async (method: string) => {
      const { status, headers } = await ask(`${api}/${method}`);
      return status === 429 ? Number(headers.get("retry-after")) : "ok";
    },
    asksToWait: (seconds: number) => {
      answer = () => new Response("{}", { status: 429, headers: { "retry-after": String(seconds) } });
    },
    isCalm: () => {
      answer = () => Response.json({ ok: true });
    },
    passes: (ms: number) => {
      time += ms;
    },
  };
}

test("a method that Slack asked to wait with is left alone until then, and the others are not", async () => {
  const slack = create();
  slack.asksToWait(30);
  expect(await slack.ask("reactions.add")).toBe(30);
  slack.isCalm();
  slack.passes(10_500);
  expect(await slack.ask("reactions.add")).toBe(20);
  expect(await slack.ask("views.open")).toBe("ok");
  expect(await slack.ask("chat.postMessage")).toBe("ok");
  slack.passes(19_500);
  expect(await slack.ask("reactions.add")).toBe("ok");
  expect(slack.asked).toEqual(["reactions.add", "views.open", "chat.postMessage", "reactions.add"]);
});

test("posting is limited per channel, so one channel's wait does not keep the others from posting", async () => {
  const slack = create();
  slack.asksToWait(30);
  await slack.ask("chat.postMessage");
  slack.isCalm();
  expect(await slack.ask("chat.postMessage")).toBe("ok");
});
