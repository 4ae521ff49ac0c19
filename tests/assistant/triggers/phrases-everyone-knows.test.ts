import { describe, expect, test } from "vitest";
import { detectTrigger } from "../../../src/assistant/triggers/index.ts";

const phrases = [
  "Talk to a human",
  "Speak to someone",
  "I need help from a real person",
  "Can I chat with a human?",
  "Connect me with support",
  "I want to talk to a real agent",
];

const writings: Record<string, (phrase: string) => string> = {
  "as it stands": (phrase) => phrase,
  "in capitals": (phrase) => phrase.toUpperCase(),
  "in small letters": (phrase) => phrase.toLowerCase(),
  "with an exclamation": (phrase) => `${phrase}!!!`,
  "without punctuation": (phrase) => phrase.replace(/[?!.]/g, ""),
  "with room around it": (phrase) => `  \n ${phrase.replaceAll(" ", "   ")} \n`,
  "after a greeting": (phrase) => `Hi there. ${phrase}`,
  "with please": (phrase) => `${phrase} please`,
  "after a complaint": (phrase) => `This is not what I asked, ${phrase.toLowerCase()}`,
  "before a reason": (phrase) => `${phrase}. My order never came and I have waited for three weeks`,
  "in a long message": (phrase) => `${"My parcel is late and nobody tells me why. ".repeat(40)}${phrase}`,
};

describe.each(Object.entries(writings))("A well-known phrase %s", (_, write) => {
  test.each(phrases)('"%s" connects', (phrase) => {
    expect(detectTrigger(write(phrase))?.level).toBe("connect");
  });
});
