import { describe } from "vitest";
import { expectLevel } from "./levels.ts";

describe("A mention alone", () => {
  expectLevel("offer", ["support?", "agent", "customer service", "anyone there?", "human?"]);
});

describe("Anger at the assistant", () => {
  expectLevel("offer", [
    "this is useless",
    "you are useless",
    "You're not helping me at all",
    "what a waste of time",
    "das ist nutzlos",
    "tu ne comprends rien",
    "esto no sirve de nada",
    "você não ajuda",
    "non mi aiuti",
    "je helpt me niet",
  ]);
});

describe("Asking who could help", () => {
  expectLevel("offer", [
    "who can I talk to about my refund",
    "can someone help me unblock my pin",
    "do I need to speak to an agent to cancel?",
  ]);
});

describe("What only sounds like anger or a mention", () => {
  expectLevel("nothing", ["tell me a joke", "text someone that I am late", "I thought I had enough funds"]);
});
