import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("Misspellings are understood", () => {
  expectLevel("connect", [
    "tlak to a humna",
    "operater please",
    "representitive!",
    "can i speek to a persn",
    "taalk to an agnet",
    "I need to tospeak with someone",
    "conect me to an agent",
    "custmer service representativ please",
    "HUUUMAN PLEEEASE",
    "i want to talk too a humam",
  ]);
});

describe("Forgotten spaces are put back", () => {
  expectLevel("connect", [
    "i have got tocontact a person",
    "can I speakwith someone",
    "chat with a liveagent",
    "totalk to a human",
    "youtransfer me to an agent",
  ]);
});

describe("Small words and fixed phrases may be misspelt too", () => {
  expectLevel("connect", [
    "I woul like a person",
    "giev me an agent",
    "get in tuoch with someone",
    "how do I get hodl of a persn",
    "a memebr of staff please",
    "custoemr servcie agent please",
    "connect meto a manager",
    "getme somebody",
    "I want to betransferred to an operator",
  ]);
});

describe("A slip that makes another word is understood from the words around it", () => {
  expectLevel("connect", [
    "how can I cat with an agent",
    "put me though to an advisor",
    "connect me sith a live person",
    "get hold of a perdon",
  ]);
  expectNoHandoff([
    "can I walk to a parson",
    "to the college please",
    "do I have enough gas to take me home",
  ]);
});

describe("Letters that mean nothing are passed over", () => {
  expectLevel("connect", ["talk tl an agent", "can i speak to a fukcing person", "I neeed a huuuman"]);
});

describe("Chat shorthand is understood", () => {
  expectLevel("connect", [
    "can u get me a human",
    "pls connect 2 agent",
    "i want 2 talk 2 a person",
    "can uhelp me speak with an operator",
    "wanna chat w a person",
    "let me talk to ur boss",
  ]);
});

describe("Anger does not hide the request", () => {
  expectLevel("connect", [
    "you aren't helping, can I contact someone?",
    "get me a fucking person",
    "this bot is useless let me talk to someone",
    "I have to speak to a goddamn human being right now!!!",
    "If you don't connect me to a human I will cancel",
    "I don't want to talk to a bot, give me a human",
    "I'm not comfortable sharing this with a machine",
  ]);
});

describe("A word or two is enough", () => {
  expectLevel("connect", [
    "get me a person",
    "human please",
    "real person",
    "agent!!",
    "live agent",
    "HUMAN",
    "agent now",
  ]);
});
