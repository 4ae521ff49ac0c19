import { describe, expect, test } from "vitest";
import { detectTrigger } from "../../../src/assistant/triggers/index.ts";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("Words that only look like a person", () => {
  expectLevel("nothing", [
    "user agent",
    "human resources",
    "real estate agent price",
    "how do I become an agent",
    "is there an agent fee",
    "human rights policy",
    "what is the user agent string",
    "tickets for real madrid",
  ]);
});

describe("Ordinary words are not taken for misspellings", () => {
  expectLevel("nothing", [
    "can I walk to a parson",
    "please advise",
    "what that contract says",
    "I reached the stuff stage",
    "the chart with a humid regent",
  ]);
});

describe("Money and guests go to people too", () => {
  expectLevel("nothing", [
    "can money be transferred to another person",
    "the funds were transferred to someone yesterday",
    "how long until it reaches a person's account",
    "can I bring someone?",
    "I need a room for one person",
    "how can we reach more people",
    "my emergency contact person has moved",
    "two little humans",
  ]);
});

test("A look-alike does not hide a real request", () => {
  expect(detectTrigger("My real estate agent told me to write. Can I talk to someone?")?.level).toBe(
    "connect",
  );
});

test("A possessive is not the person", () => {
  expect(detectTrigger("I need the agent's address")?.level).not.toBe("connect");
});

describe("Somebody who is not one of the team", () => {
  expectNoHandoff([
    "find me someone who can repair my car",
    "how can I contact this person",
    "I need a person to share costs with",
    "hook me up with a ride",
    "can anybody join",
    "I'm scared of talking to people",
    "get me a men's jacket",
    "I need some directons today",
  ]);
});
