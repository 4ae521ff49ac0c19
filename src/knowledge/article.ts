import { z } from "zod";

/** Something the assistant may say: a page, or an answer to a question that visitors ask. */
export interface Article {
  id: string;
  kind: "page" | "answer";
  /** The site it is for; undefined for all of them. */
  siteKey: string | undefined;
  /** Of an answer, the question. */
  title: string;
  /** Markdown. Empty while a page was never fetched. */
  text: string;
  /** Where visitors can read it; of a page that is fetched, where from. */
  url: string | undefined;
  /** `waiting`: the server is about to fetch it. `failed`: it could not, and `problem` says why; what it had stays. */
  state: "ready" | "waiting" | "failed";
  problem: string | undefined;
  /** Milliseconds since 1970, like all times; undefined for what was pasted or uploaded. */
  fetchedAt: number | undefined;
  /** The name of who changed it last. */
  by: string;
  createdAt: number;
  updatedAt: number;
}

/** A part of an article that is short enough to be read by a model and quoted to a visitor. */
export interface Passage {
  /** Of the section it stands in; empty at the top of a page. */
  heading: string;
  text: string;
}

export const maxArticleLength = 200_000;

const title = z.string().trim().max(300, "At most 300 characters.");
const text = z
  .string()
  .trim()
  .min(1, "There is nothing in it.")
  .max(
    maxArticleLength,
    `At most ${maxArticleLength.toLocaleString("en")} characters: split it into several pages.`,
  );
const siteKey = z.string().max(40).optional();

/** An http(s) address without a password in it. */
export const WebAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, {
    error: ({ input }) => `“${input}” is no address. Write a whole one such as https://example.com/returns.`,
  });

/** What an admin pastes or uploads. */
export const ArticleDraft = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("page"),
    title: title.min(1, "A page needs a title."),
    text,
    siteKey,
    url: z.union([z.literal("").transform(() => undefined), WebAddress]).optional(),
  }),
  z.object({
    kind: z.literal("answer"),
    title: title.min(3, "Write the question as visitors ask it."),
    text,
    siteKey,
  }),
]);
export type ArticleDraft = z.infer<typeof ArticleDraft>;

export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (protocol === "https:" || protocol === "http:") && hostname !== "" && !username && !password;
}
