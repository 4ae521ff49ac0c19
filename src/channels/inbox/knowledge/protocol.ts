import { z } from "zod";
import { type Article, WebAddress } from "../../../knowledge/article.ts";
import type { Proposal } from "../../../knowledge/ports.ts";
import type { Site } from "../../../settings/sites.ts";

/** `GET /api/knowledge`, and what every change of it is answered with. */
export interface KnowledgePage {
  /** The latest changed on top. */
  articles: ListedArticle[];
  /** What nobody has decided about, the oldest first. */
  proposals: Proposal[];
  sites: Pick<Site, "key" | "name">[];
}

/** An article without its text, of which there is only the beginning. */
export type ListedArticle = Omit<Article, "text"> & { hasText: boolean; preview: string };

/** `POST /api/knowledge/pages`: one address a line. */
export const NewPages = z.object({
  urls: z
    .string()
    .max(100_000)
    .transform((lines) => lines.split(/\s+/).filter(Boolean))
    .pipe(z.array(WebAddress).min(1, "Write one address a line.").max(50, "At most 50 addresses at once.")),
  siteKey: z.string().max(40).optional(),
});

/** `GET /api/knowledge/search`. */
export const TriedQuestion = z.object({
  question: z.string().trim().min(1, "Write a question first.").max(2_000),
  site: z.string().max(40).default("default"),
});

/** What the assistant would be given for a question; `share` is how much of the question it speaks of, from 0 to 1. */
export interface FoundPassage {
  articleId: string;
  title: string;
  heading: string;
  text: string;
  url?: string | undefined;
  share: number;
}

/** A proposal in the words it is approved in. */
export const LearnedAnswer = z.object({
  question: z
    .string()
    .trim()
    .min(3, "Write the question as visitors ask it.")
    .max(300, "At most 300 characters."),
  answer: z.string().trim().min(1, "There is no answer yet.").max(3_000, "At most 3,000 characters."),
});

export const LearnedPhrase = z.object({
  question: z
    .string()
    .trim()
    .min(2, "A phrase needs two letters at least.")
    .max(200, "At most 200 characters."),
});

export type { Article, Proposal };
