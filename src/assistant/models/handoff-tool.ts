import { z } from "zod";

const reasons = ["visitor_request", "cannot_answer", "sensitive", "frustrated", "sales_lead"];
const urgencies = ["low", "normal", "high"] as const;

/** The one thing a model can do beside writing: call people, for the conversation it is in and for no other. */
export const handoffTool = {
  name: "handoff_to_human",
  description:
    "Transfer this conversation to a person of the team. Call it when the visitor asks for a person, is upset, when a rule in your instructions says so, or when you do not know the answer.",
  parameters: {
    type: "object",
    properties: {
      reason: { type: "string", format: "enum", enum: reasons },
      summary: { type: "string", description: "One to three sentences for the person who takes over." },
      urgency: { type: "string", format: "enum", enum: [...urgencies] },
    },
    required: ["reason", "summary"],
  },
};

/** Models leave arguments out and invent values; calling the tool means handing off all the same. */
export const HandoffArguments = z
  .object({
    reason: z.string().catch("model_decision"),
    summary: z.string().trim().max(2_000).optional().catch(undefined),
    urgency: z.enum(urgencies).optional().catch(undefined),
  })
  .catch({ reason: "model_decision" });
