import { expect, test } from "vitest";
import { instructionsFor } from "../../src/assistant/instructions.ts";
import { Settings } from "../../src/settings/schema.ts";

test("the admin's rules for calling people stand in the instructions, one a line, with the tool to call", () => {
  const handoffRules = ["Whoever asks for a refund\nover 100 €", "Questions about contracts"];
  expect(instructionsFor(Settings.parse({ handoffRules }))).toContain(
    [
      "Rules for calling people. When one applies, call handoff_to_human and do not answer yourself:",
      "1. Whoever asks for a refund over 100 €",
      "2. Questions about contracts",
    ].join("\n"),
  );
});

test("without rules and words of the admin, nothing is said of them", () => {
  const instructions = instructionsFor(Settings.parse({}));
  expect(instructions).not.toContain("Rules for calling people");
  expect(instructions).not.toContain("company's own");
});
