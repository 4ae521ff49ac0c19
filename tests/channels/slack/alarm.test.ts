import { expect, test } from "vitest";
import { createAlarm } from "../../../src/channels/slack/workspace/alarm.ts";
import type { WebApi } from "../../../src/channels/slack/workspace/web-api.ts";
import { quietLog } from "../../support/quiet-log.ts";

test("what breaks, works and breaks again within ten minutes is said once; what stays broken is said anew later", async () => {
  const told: string[] = [];
  let time = 0;
  const api = {
    directChannel: async (user: string) => `D${user}`,
    post: async ({ channel, text }: { channel: string; text: string }) =>
      void told.push(`${channel} ${text}`),
  } as unknown as WebApi;
  const log = quietLog();
  const alarm = createAlarm({ api, admins: async () => ["U1", "U2"], log, now: () => time });
  const broke = async (detail: string) => {
    alarm.broke(detail);
    await new Promise(setImmediate);
  };

  await broke("#support is archived.");
  for (let flap = 0; flap < 20; flap++) {
    alarm.works();
    time += 20_000;
    await broke("#support is archived.");
  }
  expect(told).toEqual(
    ["DU1", "DU2"].map((who) => `${who} The website chat needs you. #support is archived.`),
  );
  await broke("The token was revoked.");
  expect(told).toHaveLength(4);
  time += 600_000;
  await broke("#support is archived.");
  expect(told).toHaveLength(6);
  expect(log.entries.filter(({ message }) => message === "slack is broken")).toHaveLength(3);
});
