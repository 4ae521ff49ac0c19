import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("Saying no to a person", () => {
  expectLevel("nothing", [
    "no, you don't need to transfer me",
    "I don't want to talk to a human",
    "please don't connect me with anyone",
    "no human needed",
    "I'd rather not talk to a person",
    "you do not have to put me through to anyone",
    "can I do this without talking to an agent",
  ]);
});

describe("Stopping a handoff", () => {
  expectLevel("nothing", [
    "no need to escalate",
    "cancel the transfer to the agent",
    "stop connecting me to agents",
    "can I talk to a human? no thanks",
  ]);
});

describe("Asking about the assistant", () => {
  expectLevel("nothing", [
    "are you a human?",
    "am i talking to a real person",
    "who is your supervisor",
    "can you speak French",
    "can you talk like a human",
    "do you like humans",
  ]);
});

describe("Speaking of other people", () => {
  expectLevel("nothing", [
    "how is my data handled by your staff",
    "the manager told me I get a discount",
    "does anyone speak Spanish there",
    "someone stole my card",
    "transfer money to a person",
    "how do I add a person to my booking",
    "can a person under 18 open an account",
    "connect me to bob",
    "the person I sent it to has not received it",
  ]);
});

describe("Speaking of what has already happened", () => {
  expectNoHandoff([
    "I spoke to an agent yesterday and she said it was fine",
    "it was nice to talk to a real person",
    "thanks for connecting me with an agent",
  ]);
});

describe("Talking to a person as a matter of fact", () => {
  expectNoHandoff([
    "does it cost money to talk to an advisor",
    "is it safe to talk to someone on the phone about my pin",
    "this is faster than talking to a person",
    "after speaking with someone my issue was fixed",
    "did I speak to a human earlier",
    "why did you transfer me",
    "I don't think I need an agent",
    "I no longer need to speak to an agent",
    "I never asked to speak to an agent",
  ]);
});
