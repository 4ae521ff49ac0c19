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

describe("Being put through to a department is being put through to people", () => {
  expectLevel("connect", [
    "put me through to room service",
    "please get me through to the mortgage team",
    "can you connect me with the reservations team",
    "I want to be transferred to billing",
    "I wish to be transferred",
    "hand this over to a person",
  ]);
});

describe("Saying what a person should do is asking for one", () => {
  expectLevel("connect", [
    "I think a human should look at this",
    "let a person deal with it",
    "could an actual person read this",
    "can someone take over this chat",
    "can somebody from the hotel call me",
    "I want to be contacted by an agent",
  ]);
});

describe("A wish without a verb of talking", () => {
  expectLevel("connect", [
    "I would feel more comfortable with a human",
    "all I want is a person",
    "an agent would be great",
    "a real person, not a bot",
    "no bots please, a human",
    "I'll wait for a human",
    "is an agent available?",
    "no longer talking to you, get me someone who can help",
    "no I don't want to do that I want to speak to someone",
  ]);
});

describe("Somebody in particular", () => {
  expectLevel("connect", [
    "connect me with my advisor",
    "transfer me back to the previous person",
    "can you connect me to Maria from the front desk",
    "I need to speak to my relationship manager",
    "let me talk to whoever is in charge",
    "is one of your colleagues available?",
    "someone needs to call me",
    "no get me a human",
  ]);
});

describe("Carrying on with somebody else", () => {
  expectLevel("connect", [
    "I want to continue this conversation with a real person",
    "can I please get through to the lending team",
    "please let a human take over",
    "add a human to this chat",
    "have an agent join",
    "can I switch to a person",
    "could you get me somebody from the bank please",
    "I have a question for a human",
    "someone from customer care",
    "how do I start a live chat with an agent",
    "please arrange a callback from an advisor",
    "can somebody give me a call back",
  ]);
});
