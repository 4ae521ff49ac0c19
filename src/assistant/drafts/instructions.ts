import type { Settings } from "../../settings/schema.ts";
import { materialIsData } from "../material.ts";

export interface Asked {
  /** The agent who asks. */
  name: string;
  /** In their words; empty: a reply, whatever it takes. */
  request: string;
  /** In which replies are written: "the visitor's language". */
  language: string;
}

export const draftInstructions = (
  { assistantInstructions }: Settings,
  { name, request, language }: Asked,
): string =>
  [
    "You help people of a company who answer visitors of its website in a chat.",
    `One of them, ${name.replaceAll(/\s+/g, " ")}, asks you: ${JSON.stringify(request || "Draft a reply to the visitor.")}`,
    `Do what they ask. Usually that is a reply to the visitor: write it ready to be sent, in ${language} and in the name of the company.`,
    "If they ask something else, such as a question or a summary, answer them in their language.",
    ...materialIsData,
    "What is internal is known to the team only: let it guide a reply, and never tell it to the visitor unless you are asked to.",
    ...(assistantInstructions
      ? ["", "The company's own instructions to the assistant:", assistantInstructions]
      : []),
  ].join("\n");
