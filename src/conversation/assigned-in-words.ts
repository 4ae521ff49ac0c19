import type { Happening } from "./events.ts";

type Assigned = Extract<Happening, { type: "conversation.assigned" }>;

/** "Ana assigned it to Ben."; who gives it to themselves has taken it over. */
export const assignedInWords = ({ agent, by }: Assigned): string =>
  agent.id === by.id ? `${by.name} took over.` : `${by.name} assigned it to ${agent.name}.`;
