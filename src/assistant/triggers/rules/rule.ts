import { shape } from "./parts.ts";

/** One way of asking for a person, over the kinds of word a message is made of. */
export interface Rule {
  /** For people to read: "asks-for-a-person". */
  name: string;
  level: "connect" | "offer";
  confidence: number;
  pattern: RegExp;
}

export function connect(name: string, confidence: number, source: string): Rule {
  return { name, level: "connect", confidence, pattern: shape(source) };
}

export function offer(name: string, confidence: number, source: string): Rule {
  return { name, level: "offer", confidence, pattern: shape(source) };
}
