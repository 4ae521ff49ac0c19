import { afterEach, beforeEach, expect, test } from "vitest";
import { handoffSentence } from "../../../src/conversation/hand-off.ts";
import { maxAway } from "../../../src/settings/schema.ts";
import { type Running, startRunning } from "../../support/running.ts";

let product: Running;
beforeEach(async () => {
  product = await startRunning({ withoutSlack: true });
});
afterEach(() => product.stop());

const greeting = async (language = "en") => {
  const headers = { "Accept-Language": language };
  const answer = await fetch(`${product.url}/widget/site?site=default`, { headers });
  return (await answer.json()) as Record<string, unknown>;
};

test("while the team is away, nobody is promised a person now: neither at first nor at the handoff", async () => {
  expect((await greeting()).greeting).toContain("joins you here");
  await product.app.settings.change({ awayUntil: maxAway }, "Ana");
  expect((await greeting()).greeting).toContain("away at the moment");

  const visitor = await product.visitor();
  await visitor.asksForPerson();
  await visitor.until(() => JSON.stringify(visitor.shown).includes("Our team is away at the moment."));
  expect(JSON.stringify(visitor.shown)).not.toContain(handoffSentence);
});

test("the site says how the widget looks there", async () => {
  const { look } = await greeting();
  expect(look).toEqual({ accent: "", side: "right" });
});

test("who reads another language is greeted and connected in the team's words for it", async () => {
  const german = {
    language: "de",
    greeting: "Guten Tag!",
    connectingMessage: "Einen Moment.",
    awayMessage: "",
    ratingQuestion: "",
  };
  await product.app.settings.change({ greeting: "Hello!", messagesInLanguages: [german] }, "Ana");
  expect((await greeting("de-AT,de;q=0.9,en;q=0.5")).greeting).toBe("Guten Tag!");
  expect((await greeting("fr-FR")).greeting).toBe("Hello!");
});
