/** A stretch of a text that must not leave, and what stands in its place. */
export interface Secret {
  start: number;
  end: number;
  mask: string;
}

/** What stands for something of which nothing may be told. Nothing that holds it is taken for a secret again. */
export const dots = "••••••••";
