import { describe } from "vitest";
import { expectLevel } from "./levels.ts";

describe("Asking to talk to somebody", () => {
  expectLevel("connect", [
    "let me speak with your manager",
    "I'd rather discuss this with a person",
    "How do I get hold of a person?",
    "Could I possibly be put in touch with one of your advisors?",
    "I want to talk to a mortgage advisor",
    "can I speak with someone from billing",
    "Is there a person I could talk to about my order?",
    "is there someone there to talk to",
    "may i speak to the person in charge",
  ]);
});

describe("Asking to be passed on", () => {
  expectLevel("connect", [
    "put me through to an operator",
    "just transfer me",
    "can you pass me on to your colleague",
    "I wish to be connected with a customer service representative",
    "could you transfer to me an agent",
    "please escalate this",
    "please have someone call me",
  ]);
});

describe("Not being able to reach anybody is a request", () => {
  expectLevel("connect", [
    "why can't I talk to a human",
    "I can't reach an agent",
    "I don't know how to contact an agent",
    "why don't you connect me to an agent",
    "no i want a human",
  ]);
});

describe("Asking for help from a person", () => {
  expectLevel("connect", [
    "this should be handled by a human",
    "I'd rather explain this to a person",
    "tell your manager to call me",
    "I need somebody who actually understands me",
    "can a human please take care of this and help me",
    "I want an answer from a real person",
    "can you get someone to help me?",
    "I need an agent",
    "are there any agents available",
  ]);
});
