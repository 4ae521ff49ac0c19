import type { Conversation } from "./conversation.ts";

export interface Phones {
  /** The conversations whose visitor was answered by SMS at this number (E.164); the one spoken in last comes first. */
  textedAt(number: string): Promise<Conversation[]>;
}
