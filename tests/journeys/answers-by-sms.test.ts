import { afterEach, beforeEach, expect, test } from "vitest";
import { waitFor } from "../support/patience.ts";
import { freePort, type Running, startRunning } from "../support/running.ts";
import { type FakeTwilio, startTwilio, twilioEnvironment } from "../support/twilio.ts";

const [ana, stranger] = ["+14155550123", "+14155550199"];

let running: Running;
let twilio: FakeTwilio;
beforeEach(async () => {
  const port = await freePort();
  running = await startRunning({ environment: twilioEnvironment(port) });
  twilio = await startTwilio(port, running.url);
  await running.app.settings.change({ smsNotifications: true, smsRecipients: [ana] }, "Admin");
});
afterEach(async () => {
  await running.stop();
  await twilio.stop();
});

const thread = () => JSON.stringify(running.slack.threads("support"));

test("whoever is told by SMS answers by SMS, and the visitor reads it where they wait", async () => {
  const visitor = await running.visitor();
  await visitor.says("Can I chat with a human? My code is 4711.");
  await visitor.hears("Connecting you with a team member");
  await waitFor(async () => expect(await twilio.sentTo(ana)).toHaveLength(1));
  const [told = ""] = await twilio.sentTo(ana);
  expect(told).toMatch(new RegExp(`${running.url}/inbox/c/\\S+`));
  expect(told).not.toContain("4711");

  await twilio.texts(ana, "On my way, two minutes!");
  await visitor.hears("On my way, two minutes!");
  expect(visitor.message("On my way").author).toMatchObject({ kind: "agent", name: "Team member …23" });
  await waitFor(() => expect(thread()).toContain("On my way, two minutes!"));

  for (const word of ["STOP", "START"]) await twilio.texts(ana, word);
  await twilio.texts(stranger, "Buy cheap watches");
  await visitor.says("Thank you!");
  await waitFor(() => expect(thread()).toContain("Thank you!"));
  expect(visitor.log.filter((line) => line.startsWith("Team member"))).toEqual([
    "Team member …23: On my way, two minutes!",
  ]);
  expect(thread()).not.toMatch(/STOP|START|watches/);
});

test("an SMS that leads nowhere is answered with what to do, and strangers hear nothing", async () => {
  expect(await twilio.answerTo(ana, "Hello?", "SM1")).toBe(
    `Nobody was waiting lately, so this was not sent. ${running.url}/inbox`,
  );
  expect(await twilio.answerTo(stranger, "Hello?", "SM2")).toBe("");

  const visitor = await running.visitor();
  await visitor.asksForPerson();
  await waitFor(async () => expect(await twilio.sentTo(ana)).toHaveLength(1));
  expect(await twilio.answerTo(ana, "Here I am.", "SM3")).toBe("");
  expect(await twilio.answerTo(ana, "Here I am.", "SM3")).toBe("");
  await visitor.hears("Here I am.");
  expect(visitor.log.filter((line) => line.includes("Here I am."))).toHaveLength(1);
});

test("who has texted STOP is sent nothing more, the thread says so, and START makes it good again", async () => {
  expect(await twilio.answerTo(ana, "stop", "SM1")).toBe("");
  const first = await running.visitor();
  await first.asksForPerson();
  await waitFor(() =>
    expect(thread()).toContain(`Nobody could be told by SMS: ${ana} asked for no more SMS (STOP).`),
  );
  expect(await twilio.sentTo(ana)).toEqual([]);

  expect(await twilio.answerTo(ana, "Start", "SM2")).toBe("");
  const second = await running.visitor();
  await second.asksForPerson();
  await waitFor(async () => expect(await twilio.sentTo(ana)).toHaveLength(1));
});
