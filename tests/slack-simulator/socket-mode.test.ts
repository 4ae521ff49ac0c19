import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { expect, test } from "vitest";
import { waitFor } from "../support/patience.ts";
import { startSlackSimulator } from "./index.ts";

test("a Socket Mode app hears events and answers commands, and is told again what it missed while reconnecting", async () => {
  const simulator = await startSlackSimulator({ paced: false, retryDelaysMs: [100, 800, 800, 800] });
  const receiver = new SocketModeReceiver({
    appToken: simulator.appToken,
    clientPingTimeout: 800,
    installerOptions: { clientOptions: { slackApiUrl: simulator.apiUrl } },
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    token: simulator.botToken,
    clientOptions: { slackApiUrl: simulator.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  const texts: string[] = [];
  app.message(async ({ message }) => void texts.push(String("text" in message ? message.text : "")));
  app.command("/handoff", async ({ ack, command }) => ack({ text: `You said ${command.text}` }));
  app.action("claim", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "Claimed", response_type: "ephemeral", replace_original: false });
  });
  await app.start();

  await simulator.as("ana").post("support", "over the socket");
  await simulator.idle();
  expect(texts).toEqual(["over the socket"]);
  expect(await simulator.as("ben").command("/handoff", "status")).toMatchObject({ text: "You said status" });

  await app.client.chat.postMessage({
    channel: "support",
    text: "card",
    blocks: [
      {
        type: "actions",
        elements: [{ type: "button", action_id: "claim", text: { type: "plain_text", text: "Claim" } }],
      },
    ],
  });
  const card = simulator.threads("support").at(-1);
  expect(
    await simulator.as("ben").click({ channel: simulator.channelId("support"), ts: card?.ts ?? "" }, "Claim"),
  ).toEqual({});
  await waitFor(() =>
    expect(
      simulator
        .as("ben")
        .inbox()
        .map(({ text }) => text),
    ).toEqual(["You said status", "Claimed"]),
  );

  simulator.disconnectSockets();
  await simulator.as("ana").post("support", "after the break");
  await simulator.idle();
  expect(texts).toEqual(["over the socket", "after the break"]);

  await app.stop();
  await simulator.stop();
});
