import { inWords, Refused } from "../api.ts";

/** What is wrong with what was typed says more than that something is. */
export const whyNot = (error: unknown): string =>
  (error instanceof Refused && Object.values(error.fields).flat()[0]) || inWords(error);
