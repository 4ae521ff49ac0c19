import type { Settings } from "../../settings/schema.ts";
import { materialIsData } from "../material.ts";

export const briefInstructions = ({ assistantInstructions }: Settings, language: string): string =>
  [
    "A visitor's chat with an assistant on a company's website was just handed to people of the company.",
    "Write what the person who takes over should know, in plain and short words.",
    ...materialIsData,
    `Write in the language of the company's own instructions, or in English where there are none; suggested replies in ${language}.`,
    "A suggested reply promises nothing that was not decided, names nobody as its author and asks only what is not answered yet.",
    "Leave out what you cannot tell.",
    ...(assistantInstructions
      ? ["", "The company's own instructions to the assistant:", assistantInstructions]
      : []),
  ].join("\n");
